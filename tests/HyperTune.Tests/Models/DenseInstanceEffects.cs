using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Tests;

/// <summary>The slow reference: levels and effects of a whole part of trials and instances at once, from one dense system of equations.</summary>
internal sealed class DenseInstanceEffects
{
    private readonly Dictionary<(int Trial, int Instance), double> _reports = [];

    public IReadOnlyCollection<int> Trials => [.. _reports.Keys.Select(static report => report.Trial).Distinct().Order()];

    public void Report(int trial, int instance, double value)
    {
        if (double.IsFinite(value))
        {
            _reports[(trial, instance)] = value;
        }
    }

    public void Forget(int trial)
    {
        foreach ((int Trial, int Instance) report in _reports.Keys.Where(report => report.Trial == trial).ToArray())
        {
            _reports.Remove(report);
        }
    }

    /// <summary>Equation by equation: one a report, and one a part of the graph that fixes the sum of its effects.</summary>
    public double ValueOf(int trial)
    {
        int[] own = InstancesOf(trial);
        if (!own.Any(instance => _reports.Keys.Any(report => report.Instance == instance && report.Trial != trial)))
        {
            return double.NaN;
        }

        // The part that the trial belongs to.
        var trials = new SortedSet<int> { trial };
        var instances = new SortedSet<int>(own);
        for (int before = 0; before != trials.Count + instances.Count;)
        {
            before = trials.Count + instances.Count;
            trials.UnionWith(_reports.Keys.Where(report => instances.Contains(report.Instance)).Select(static report => report.Trial));
            instances.UnionWith(trials.SelectMany(InstancesOf));
        }

        int[] rows = [.. trials];
        int[] columns = [.. instances];
        (int Trial, int Instance)[] reports = [.. _reports.Keys.Where(report => trials.Contains(report.Trial))];
        Matrix<double> system = Matrix<double>.Build.Dense(reports.Length + 1, rows.Length + columns.Length);
        Vector<double> right = Vector<double>.Build.Dense(reports.Length + 1);
        for (int i = 0; i < reports.Length; i++)
        {
            system[i, Array.IndexOf(rows, reports[i].Trial)] = 1;
            system[i, rows.Length + Array.IndexOf(columns, reports[i].Instance)] = 1;
            right[i] = _reports[reports[i]];
        }

        for (int j = 0; j < columns.Length; j++)
        {
            system[reports.Length, rows.Length + j] = 1;
        }

        Vector<double> solution = system.QR().Solve(right);
        double meanEffect = solution.SubVector(rows.Length, columns.Length).Average();
        return own.Average(instance => _reports[(trial, instance)] - solution[rows.Length + Array.IndexOf(columns, instance)]) + meanEffect;
    }

    private int[] InstancesOf(int trial)
        => [.. _reports.Keys.Where(report => report.Trial == trial).Select(static report => report.Instance).Order()];
}
