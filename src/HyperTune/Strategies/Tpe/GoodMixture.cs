using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>The mixture of the best trials, weighted by rank, and the prior: where candidates are drawn from.</summary>
internal sealed class GoodMixture
{
    private readonly UnitCube _cube;
    private readonly TpeSettings _settings;
    private readonly SortedKernels[] _axes;
    private readonly List<int> _gone = [];
    private readonly List<int> _new = [];
    private int[] _slots = [];
    private double[] _weights = [];
    private int _reorderings;
    private double[] _means = [];
    private double[] _bandwidths = [];

    public GoodMixture(UnitCube cube, TpeSettings settings)
    {
        _cube = cube;
        _settings = settings;
        Table = new KernelTable(cube);
        _axes = [.. cube.Numeric.Select(static dimension => new SortedKernels(dimension))];
    }

    public KernelTable Table { get; }

    /// <summary>The logarithm of what the sums of the table are divided by.</summary>
    public double LogTotalWeight { get; private set; }

    /// <summary>The number of kernels, with the prior, which is number 0.</summary>
    public int Count => _weights.Length;

    /// <summary>Builds the mixture.</summary>
    /// <param name="history">The trials.</param>
    /// <param name="slots">The slots of the best trials, best first.</param>
    /// <param name="bandwidth">The rule for bandwidths.</param>
    public void Build(TpeHistory history, ReadOnlySpan<int> slots, Bandwidth bandwidth)
    {
        Compare(history, slots);
        _slots = slots.ToArray();
        if (_weights.Length != _slots.Length + 1)
        {
            _weights = [1, .. RankWeights(_slots.Length)];
            LogTotalWeight = Math.Log(_weights.Sum());
        }

        _means = new double[Count * _cube.Dimensions.Length];
        _bandwidths = new double[Count * _cube.Dimensions.Length];
        Table.Resize(0);
        Table.Resize(Count);
        TpePrior.Set(Table, _cube, Math.Log(_weights[0]));
        _means.AsSpan(0, _cube.Dimensions.Length).Fill(TpePrior.Mean);
        _bandwidths.AsSpan(0, _cube.Dimensions.Length).Fill(TpePrior.Bandwidth);
        for (int kernel = 1; kernel < Count; kernel++)
        {
            ReadOnlySpan<double> point = history.Point(_slots[kernel - 1]);
            point.CopyTo(_means.AsSpan(kernel * _cube.Dimensions.Length));
            foreach (CubeDimension dimension in _cube.Dimensions)
            {
                if (double.IsNaN(point[dimension.Index]))
                {
                    Table.SetUniform(kernel, dimension);
                }
                else if (dimension.IsCategorical)
                {
                    Table.SetCategory(kernel, dimension, point[dimension.Index]);
                }
            }
        }

        foreach (SortedKernels axis in _axes)
        {
            SetAxis(history, axis, bandwidth);
        }

        for (int kernel = 1; kernel < Count; kernel++)
        {
            Table.SetLogWeight(kernel, Math.Log(_weights[kernel]));
        }

        Table.SetCategoricalPrior(_settings.CategoricalPrior, _slots.Length);
    }

    /// <summary>ln(n + 1) - ln(i) for the ranks i = 1, ..., n, scaled to a mean of 1.</summary>
    public static double[] RankWeights(int count)
    {
        double[] weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            weights[i] = Math.Log((count + 1.0) / (i + 1));
            sum += weights[i];
        }

        for (int i = 0; i < count; i++)
        {
            weights[i] *= count / sum;
        }

        return weights;
    }

    /// <summary>The kernel's mean or category in a dimension, not a number where its trial lacks the parameter.</summary>
    public double MeanOf(int kernel, CubeDimension dimension) => _means[(kernel * _cube.Dimensions.Length) + dimension.Index];

    /// <summary>The kernel's bandwidth in a numeric dimension.</summary>
    public double BandwidthOf(int kernel, CubeDimension dimension) => _bandwidths[(kernel * _cube.Dimensions.Length) + dimension.Index];

    /// <summary>Draws a kernel by weight.</summary>
    public int Draw(ref RandomStream random) => Draw(ref random, dimension: null);

    /// <summary>Draws a kernel by weight among those that have a parameter; the prior has all.</summary>
    public int Draw(ref RandomStream random, CubeDimension? dimension)
    {
        double total = 0;
        for (int kernel = 0; kernel < Count; kernel++)
        {
            total += Has(kernel, dimension) ? _weights[kernel] : 0;
        }

        double place = random.NextUnit() * total;
        int drawn = TpePrior.Column;
        for (int kernel = 0; kernel < Count && place >= 0; kernel++)
        {
            if (Has(kernel, dimension))
            {
                drawn = kernel;
                place -= _weights[kernel];
            }
        }

        return drawn;
    }

    private bool Has(int kernel, CubeDimension? dimension) => dimension is null || !double.IsNaN(MeanOf(kernel, dimension));

    // What has come and gone since the last time: most often one trial, and the others have other ranks.
    private void Compare(TpeHistory history, ReadOnlySpan<int> slots)
    {
        bool areSame = _reorderings == history.Reorderings;
        _reorderings = history.Reorderings;
        _gone.Clear();
        _new.Clear();
        foreach (int slot in areSame ? _slots : [])
        {
            if (!slots.Contains(slot))
            {
                _gone.Add(slot);
            }
        }

        foreach (int slot in slots)
        {
            if (!areSame || !_slots.Contains(slot))
            {
                _new.Add(slot);
            }
        }
    }

    private void SetAxis(TpeHistory history, SortedKernels axis, Bandwidth rule)
    {
        CubeDimension dimension = axis.Dimension;
        Follow(history, axis);
        double left = axis.MeanAt(history, 0);
        double mean = left;
        for (int place = 0; place < axis.Count; place++)
        {
            double right = axis.MeanAt(history, Math.Min(place + 1, axis.Count - 1));
            if (axis[place] != SortedKernels.Prior)
            {
                int kernel = Array.IndexOf(_slots, axis[place]) + 1;
                double bandwidth = rule.Of(left, mean, right);
                _bandwidths[(kernel * _cube.Dimensions.Length) + dimension.Index] = bandwidth;
                Table.SetNumeric(kernel, dimension, mean, bandwidth);
            }

            (left, mean) = (mean, right);
        }
    }

    private void Follow(TpeHistory history, SortedKernels axis)
    {
        int index = axis.Dimension.Index;
        if (2 * _new.Count >= _slots.Length)
        {
            axis.Reset(history, [.. _slots.Where(slot => !double.IsNaN(history.Point(slot)[index]))]);
            return;
        }

        foreach (int slot in _gone)
        {
            if (!double.IsNaN(history.Point(slot)[index]))
            {
                axis.Remove(history, slot);
            }
        }

        foreach (int slot in _new)
        {
            if (!double.IsNaN(history.Point(slot)[index]))
            {
                axis.Insert(history, slot);
            }
        }
    }
}
