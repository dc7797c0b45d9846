using System.Runtime.InteropServices;
using HyperTune.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Models;

/// <summary>
/// What the instances of an objective, such as folds, add to its reports, estimated from all trials that reported them; and with it what a trial
/// that saw only some of the instances would have averaged over all of them.
/// </summary>
/// <remarks>
/// The report y of trial t on instance i is taken for the trial's level plus the instance's effect plus noise, and levels m and effects e minimize
/// the sum of the noise's squares over all reports:
/// <code>
/// y(t, i) = m(t) + e(i) + noise                                                                              (1)
/// m(t) = mean over the trial's instances of y(t, i) - e(i)                                                   (2)
/// S e = b,   S = sum over t of diag(1_t) - 1_t 1_t^T / n(t),   b = sum over t of y(t, .) - mean of y(t, .)   (3)
/// sum of e over each part = 0                                                                                (4)
/// value(t) = m(t) + mean over the part's instances of e = m(t)                                               (5)
/// </code>
/// (2) is the best level given the effects, and (3) what it leaves for these; 1_t marks the n(t) instances of trial t. S is the Laplacian of a
/// graph that joins instances reported by one trial, and within each connected part of it a constant may move between levels and effects: (4) says
/// where it stays. Nothing can be learned between parts, so trials of different parts compare as if their instances were equally hard on average.
/// <para>
/// A question after a report costs as many operations as the cube of the number of instances, plus the square of each unsettled trial's: a fraction
/// of a millisecond for tens of instances. The same calls give the same answers.
/// </para>
/// Reference: H. Scheffé, "The analysis of variance", 1959, chapter 4: the two-way layout with unequal numbers and without interaction.
/// </remarks>
internal sealed class InstanceEffects
{
    // The matrix has the square of it, and it is solved after each report that somebody asks about.
    private const int MaximumInstances = 1024;

    // So that no sum of reports overflows.
    private const double LargestValue = 1e290;

    // A trial whose reports differ so many times as much as is typical has diverged on an instance. That says nothing about the instance, but least
    // squares would spread it over all trials.
    private const double DivergedSpread = 1e6;

    // What is typical is seen from so many trials, and the first of them are kept until it is.
    private const int MostSpreads = 500;
    private const int KeptTrials = 8;

    private readonly Dictionary<int, int> _places = [];

    // The reports of trials that may change yet, in the order of trials, so that sums do not depend on who reported first.
    private readonly SortedDictionary<int, List<(int Place, double Value)>> _open = [];
    private readonly List<int> _trialCounts = [];

    // The first settled trials, and how much the reports of settled trials differ, in ascending order.
    private readonly List<List<(int Place, double Value)>> _kept = [];
    private readonly List<double> _spreads = [];
    private int _capacity;

    // S and b of the settled trials, S with rows of the capacity's length.
    private double[] _settledMatrix = [];
    private double[] _settledSums = [];
    private double[]? _effects;

    /// <summary>Tells a report.</summary>
    /// <param name="trial">The trial's number; it must not be settled.</param>
    /// <param name="instance">The instance's number. Of several reports of one instance the last counts.</param>
    /// <param name="value">
    /// The value. One that is not finite is ignored, as are those of instances beyond the first 1,024; one beyond 1e290 in size counts as that.
    /// </param>
    public void Report(int trial, int instance, double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        if (_places.Count == MaximumInstances && !_places.ContainsKey(instance))
        {
            return;
        }

        value = Math.Clamp(value, -LargestValue, LargestValue);
        int place = PlaceOf(instance);
        if (!_open.TryGetValue(trial, out List<(int Place, double Value)>? reports))
        {
            _open.Add(trial, reports = []);
        }

        int known = reports.FindIndex(report => report.Place == place);
        if (known < 0)
        {
            reports.Add((place, value));
            _trialCounts[place]++;
        }
        else
        {
            reports[known] = (place, value);
        }

        _effects = null;
    }

    /// <summary>What the trial would average over all instances, by equation (5).</summary>
    /// <param name="trial">The number of a trial that is not settled.</param>
    /// <returns>Not a number when the trial has no report, or shares no instance with another trial, so that its level compares with none.</returns>
    public double ValueOf(int trial)
    {
        if (!_open.TryGetValue(trial, out List<(int Place, double Value)>? reports) || !reports.Exists(report => _trialCounts[report.Place] > 1))
        {
            return double.NaN;
        }

        double[] effects = _effects ??= Solve();
        double sum = 0;
        foreach ((int place, double value) in reports)
        {
            sum += value - effects[place];
        }

        return sum / reports.Count;
    }

    /// <summary>What an instance adds to a report, relative to the mean over its part.</summary>
    /// <param name="instance">The instance's number.</param>
    /// <returns>Not a number for an instance without a report.</returns>
    public double EffectOf(int instance)
        => _places.TryGetValue(instance, out int place) && _trialCounts[place] > 0 ? (_effects ??= Solve())[place] : double.NaN;

    /// <summary>
    /// Takes note that a trial has ended and its value is fixed: its reports go on to tell of the instances, but neither change nor are asked for any
    /// more, so that they need no memory of their own.
    /// </summary>
    /// <param name="trial">The trial's number; without reports nothing happens.</param>
    public void Settle(int trial)
    {
        if (_open.Remove(trial, out List<(int Place, double Value)>? reports))
        {
            if (reports.Count > 1 && _spreads.Count < MostSpreads)
            {
                int place = _spreads.BinarySearch(Spread(reports));
                _spreads.Insert(place < 0 ? ~place : place, Spread(reports));
            }

            if (_kept.Count < KeptTrials)
            {
                _kept.Add(reports);
            }
            else if (!HasDiverged(reports, _spreads))
            {
                Add(reports, _settledMatrix, _settledSums);
            }

            _effects = null;
        }
    }

    /// <summary>Forgets the reports of a trial that is not settled, for instance of an attempt that was cut short.</summary>
    /// <param name="trial">The trial's number; without reports nothing happens.</param>
    public void Forget(int trial)
    {
        if (_open.Remove(trial, out List<(int Place, double Value)>? reports))
        {
            foreach ((int place, _) in reports)
            {
                _trialCounts[place]--;
            }

            _effects = null;
        }
    }

    private int PlaceOf(int instance)
    {
        ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, instance, out bool isKnown);
        if (!isKnown)
        {
            place = _trialCounts.Count;
            _trialCounts.Add(0);
            if (_trialCounts.Count > _capacity)
            {
                Grow();
            }
        }

        return place;
    }

    private void Grow()
    {
        int capacity = Math.Max(8, 2 * _capacity);
        var matrix = new double[capacity * capacity];
        for (int i = 0; i < _capacity; i++)
        {
            _settledMatrix.AsSpan(i * _capacity, _capacity).CopyTo(matrix.AsSpan(i * capacity));
        }

        _settledMatrix = matrix;
        Array.Resize(ref _settledSums, capacity);
        _capacity = capacity;
    }

    private static bool HasDiverged(List<(int Place, double Value)> reports, List<double> spreads)
        => spreads.Count > 0
            && spreads[(spreads.Count - 1) / 2] is > 0 and var typical
            && Spread(reports) / DivergedSpread > typical;

    private static double Spread(List<(int Place, double Value)> reports)
        => reports.Max(static report => report.Value) - reports.Min(static report => report.Value);

    // A trial's terms of equation (3).
    private void Add(List<(int Place, double Value)> reports, double[] matrix, double[] sums)
    {
        double mean = 0;
        foreach ((_, double value) in reports)
        {
            mean += value;
        }

        mean /= reports.Count;
        double share = 1.0 / reports.Count;
        foreach ((int row, double value) in reports)
        {
            sums[row] += value - mean;
            matrix[(row * _capacity) + row] += 1;
            foreach ((int column, _) in reports)
            {
                matrix[(row * _capacity) + column] -= share;
            }
        }
    }

    // Equations (3) and (4): in each part of k instances a multiple of 1 1^T is added to S. It makes S regular, and because S 1 = 0 and 1^T b = 0 the
    // solution sums to zero.
    private double[] Solve()
    {
        double[] matrix = [.. _settledMatrix];
        double[] sums = [.. _settledSums];
        List<double> spreads = [.. _spreads, .. _open.Values.Where(static reports => reports.Count > 1).Select(Spread)];
        spreads.Sort();
        foreach (List<(int Place, double Value)> reports in _kept.Concat(_open.Values).Where(reports => !HasDiverged(reports, spreads)))
        {
            Add(reports, matrix, sums);
        }

        foreach (List<int> part in Parts(matrix))
        {
            double size = part.Sum(place => matrix[(place * _capacity) + place]) / part.Count;
            double constant = size > 0 ? size / part.Count : 1;
            foreach (int row in part)
            {
                foreach (int column in part)
                {
                    matrix[(row * _capacity) + column] += constant;
                }
            }
        }

        int count = _trialCounts.Count;
        Matrix<double> system = Matrix<double>.Build.Dense(count, count, (row, column) => matrix[(row * _capacity) + column]);
        return system.Cholesky().Solve(Vector<double>.Build.Dense(sums[..count])).ToArray();
    }

    // The instances by connected part: a trial that reported two of them left something in their entry of S, and nothing is ever taken away there.
    private List<List<int>> Parts(double[] matrix)
    {
        int count = _trialCounts.Count;
        var parts = new List<List<int>>();
        var isReached = new bool[count];
        for (int first = 0; first < count; first++)
        {
            if (isReached[first])
            {
                continue;
            }

            List<int> part = [first];
            isReached[first] = true;
            for (int next = 0; next < part.Count; next++)
            {
                for (int other = 0; other < count; other++)
                {
                    if (!isReached[other] && matrix[(part[next] * _capacity) + other] != 0)
                    {
                        isReached[other] = true;
                        part.Add(other);
                    }
                }
            }

            parts.Add(part);
        }

        return parts;
    }
}
