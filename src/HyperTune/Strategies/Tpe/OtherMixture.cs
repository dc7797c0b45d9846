using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>
/// The mixture of all trials that are not among the best: ranked, failed and running ones, all with the same weight, and the prior. It follows the
/// history by small changes, because it is large.
/// </summary>
internal sealed class OtherMixture
{
    private readonly UnitCube _cube;
    private readonly TpeSettings _settings;
    private readonly KernelTable _table;
    private readonly SortedKernels[] _axes;
    private readonly List<bool> _isMember = [];
    private readonly HashSet<int> _changed = [];
    private Bandwidth _bandwidth;
    private int _members;

    public OtherMixture(UnitCube cube, TpeSettings settings)
    {
        _cube = cube;
        _settings = settings;
        _table = new KernelTable(cube);
        _axes = [.. cube.Numeric.Select(static dimension => new SortedKernels(dimension))];
    }

    /// <summary>The logarithm of what the sums of the table are divided by: the number of kernels, with the prior.</summary>
    public double LogTotalWeight => Math.Log(_members + 1);

    public KernelTable Table => _table;

    /// <summary>Takes in what has changed: every trial but those of <paramref name="good"/> is a member.</summary>
    /// <param name="history">The trials.</param>
    /// <param name="good">For each slot, whether its trial is among the best.</param>
    /// <param name="bandwidth">The rule for bandwidths.</param>
    public void Update(TpeHistory history, ReadOnlySpan<bool> good, Bandwidth bandwidth)
    {
        if (bandwidth != _bandwidth || _isMember.Count > history.Count || history.Count - _isMember.Count > history.Count / 4)
        {
            Rebuild(history, good, bandwidth);
            return;
        }

        _table.Resize(history.Count + 1);
        for (int slot = 0; slot < history.Count; slot++)
        {
            bool isMember = !good[slot];
            if (slot == _isMember.Count)
            {
                ListGrowth.Add(_isMember, false);
                SetFixedDimensions(history, slot);
            }

            if (isMember != _isMember[slot])
            {
                Change(history, slot, isMember);
            }
        }

        foreach (int slot in _changed)
        {
            SetWeight(slot);
        }

        _changed.Clear();
        _table.SetCategoricalPrior(_settings.CategoricalPrior, _members);
    }

    /// <summary>Builds everything from nothing.</summary>
    public void Rebuild(TpeHistory history, ReadOnlySpan<bool> good, Bandwidth bandwidth)
    {
        _bandwidth = bandwidth;
        _isMember.Clear();
        _isMember.EnsureCapacity(history.Count);
        for (int slot = 0; slot < history.Count; slot++)
        {
            _isMember.Add(!good[slot]);
        }

        _members = _isMember.Count(static isMember => isMember);
        _table.Resize(0);
        _table.Resize(history.Count + 1);
        for (int slot = 0; slot < history.Count; slot++)
        {
            SetFixedDimensions(history, slot);
        }

        foreach (SortedKernels axis in _axes)
        {
            axis.Reset(history, Enumerable.Range(0, history.Count).Where(slot => _isMember[slot] && HasParameter(history, slot, axis.Dimension)));
            for (int place = 0; place < axis.Count; place++)
            {
                SetKernel(history, axis, place);
            }
        }

        TpePrior.Set(_table, _cube, logWeight: 0);
        for (int slot = 0; slot < history.Count; slot++)
        {
            SetWeight(slot);
        }

        _changed.Clear();
        _table.SetCategoricalPrior(_settings.CategoricalPrior, _members);
    }

    private static bool HasParameter(TpeHistory history, int slot, CubeDimension dimension) => !double.IsNaN(history.Point(slot)[dimension.Index]);

    private static int Column(int slot) => slot + 1;

    private void Change(TpeHistory history, int slot, bool isMember)
    {
        _isMember[slot] = isMember;
        _members += isMember ? 1 : -1;
        _changed.Add(slot);
        foreach (SortedKernels axis in _axes)
        {
            if (!HasParameter(history, slot, axis.Dimension))
            {
                continue;
            }

            int place = isMember ? axis.Insert(history, slot) : axis.Remove(history, slot);
            int last = Math.Min(isMember ? place + 1 : place, axis.Count - 1);
            for (int i = Math.Max(place - 1, 0); i <= last; i++)
            {
                SetKernel(history, axis, i);
                if (axis[i] != SortedKernels.Prior)
                {
                    _changed.Add(axis[i]);
                }
            }
        }
    }

    private void SetKernel(TpeHistory history, SortedKernels axis, int place)
    {
        int slot = axis[place];
        if (slot != SortedKernels.Prior)
        {
            double mean = history.Point(slot)[axis.Dimension.Index];
            _table.SetNumeric(Column(slot), axis.Dimension, mean, axis.BandwidthAt(history, place, _bandwidth));
        }
    }

    private void SetFixedDimensions(TpeHistory history, int slot)
    {
        foreach (CubeDimension dimension in _cube.Dimensions)
        {
            if (!HasParameter(history, slot, dimension))
            {
                _table.SetUniform(Column(slot), dimension);
            }
            else if (dimension.IsCategorical)
            {
                _table.SetCategory(Column(slot), dimension, history.Point(slot)[dimension.Index]);
            }
        }
    }

    private void SetWeight(int slot)
    {
        if (_isMember[slot])
        {
            _table.SetLogWeight(Column(slot), 0);
        }
        else
        {
            _table.Disable(Column(slot));
        }
    }
}
