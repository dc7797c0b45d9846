using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>
/// The mixture of all trials that are not among the best: ranked, failed and running ones, all with the same weight, and the prior. It follows the
/// history by small changes, because it is large. Of very many trials it holds an even share, which a hash of their numbers chooses.
/// </summary>
internal sealed class OtherMixture
{
    private readonly UnitCube _cube;
    private readonly TpeSettings _settings;
    private readonly KernelTable _table;
    private readonly SortedKernels[] _axes;

    // The slots that have a column, in ascending order, and whether their trials are members; the best ones are not.
    private readonly List<int> _kept = [];
    private readonly List<bool> _isMember = [];
    private readonly List<int> _good = [];
    private readonly HashSet<int> _changed = [];
    private Bandwidth _bandwidth;
    private int _members;
    private int _halvings;
    private int _seen;

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
    /// <param name="good">The slots of the best trials.</param>
    /// <param name="bandwidth">The rule for bandwidths.</param>
    public void Update(TpeHistory history, ReadOnlySpan<int> good, Bandwidth bandwidth)
    {
        bool isOther = bandwidth != _bandwidth || HalvingsAt(history.Count) != _halvings;
        if (isOther || _seen > history.Count || history.Count - _seen > history.Count / 4)
        {
            Rebuild(history, good, bandwidth);
            return;
        }

        int before = _kept.Count;
        Keep(history);
        foreach (int slot in _good)
        {
            SetMember(history, slot, !good.Contains(slot));
        }

        foreach (int slot in good)
        {
            SetMember(history, slot, isMember: false);
        }

        for (int index = before; index < _kept.Count; index++)
        {
            SetMember(history, _kept[index], !good.Contains(_kept[index]));
        }

        _good.Clear();
        _good.AddRange(good);
        foreach (int index in _changed)
        {
            SetWeight(index);
        }

        _changed.Clear();
        _table.SetCategoricalPrior(_settings.CategoricalPrior, _members);
    }

    /// <summary>Builds everything from nothing.</summary>
    public void Rebuild(TpeHistory history, ReadOnlySpan<int> good, Bandwidth bandwidth)
    {
        _bandwidth = bandwidth;
        _halvings = HalvingsAt(history.Count);
        _seen = 0;
        _kept.Clear();
        _isMember.Clear();
        _table.Resize(0);
        Keep(history);
        for (int index = 0; index < _kept.Count; index++)
        {
            _isMember[index] = !good.Contains(_kept[index]);
        }

        _good.Clear();
        _good.AddRange(good);
        _members = _isMember.Count(static isMember => isMember);
        foreach (SortedKernels axis in _axes)
        {
            double[] means = axis.Reset(history, MembersWith(history, axis.Dimension));
            for (int place = 0; place < means.Length; place++)
            {
                double left = means[Math.Max(0, place - 1)];
                double right = means[Math.Min(place + 1, means.Length - 1)];
                SetKernel(axis, place, means[place], bandwidth.Of(left, means[place], right));
            }
        }

        TpePrior.Set(_table, _cube, logWeight: 0);
        for (int index = 0; index < _kept.Count; index++)
        {
            SetWeight(index);
        }

        _changed.Clear();
        _table.SetCategoricalPrior(_settings.CategoricalPrior, _members);
    }

    private static int Column(int index) => index + 1;

    // Up to the first halving every slot is kept.
    private int IndexOf(int slot) => slot < _kept.Count && _kept[slot] == slot ? slot : _kept.BinarySearch(slot);

    private int HalvingsAt(int trials)
    {
        int halvings = 0;
        while (trials >> halvings > _settings.MaximumOther)
        {
            halvings++;
        }

        return halvings;
    }

    // Gives the trials that have come since the last time their columns.
    private void Keep(TpeHistory history)
    {
        ulong mask = (1UL << _halvings) - 1;
        for (; _seen < history.Count; _seen++)
        {
            if ((RandomStream.Mix((ulong)(uint)history[_seen].Number) & mask) == 0)
            {
                ListGrowth.Add(_kept, _seen);
                ListGrowth.Add(_isMember, false);
            }
        }

        int before = Math.Max(0, _table.Count - 1);
        _table.Resize(_kept.Count + 1);
        for (int index = before; index < _kept.Count; index++)
        {
            SetFixedDimensions(history, index);
        }
    }

    private void SetMember(TpeHistory history, int slot, bool isMember)
    {
        int index = IndexOf(slot);
        if (index >= 0 && isMember != _isMember[index])
        {
            Change(history, index, isMember);
        }
    }

    private static bool HasParameter(TpeHistory history, int slot, CubeDimension dimension) => !double.IsNaN(history.Point(slot)[dimension.Index]);

    private void Change(TpeHistory history, int index, bool isMember)
    {
        int slot = _kept[index];
        _isMember[index] = isMember;
        _members += isMember ? 1 : -1;
        _changed.Add(index);
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
                SetKernel(axis, i, axis.MeanAt(history, i), axis.BandwidthAt(history, i, _bandwidth));
                if (axis[i] != SortedKernels.Prior)
                {
                    _changed.Add(IndexOf(axis[i]));
                }
            }
        }
    }

    private void SetKernel(SortedKernels axis, int place, double mean, double bandwidth)
    {
        int slot = axis[place];
        if (slot != SortedKernels.Prior)
        {
            _table.SetNumeric(Column(IndexOf(slot)), axis.Dimension, mean, bandwidth);
        }
    }

    private List<int> MembersWith(TpeHistory history, CubeDimension dimension)
    {
        var members = new List<int>(_members);
        for (int index = 0; index < _kept.Count; index++)
        {
            if (_isMember[index] && HasParameter(history, _kept[index], dimension))
            {
                members.Add(_kept[index]);
            }
        }

        return members;
    }

    private void SetFixedDimensions(TpeHistory history, int index)
    {
        int slot = _kept[index];
        foreach (CubeDimension dimension in _cube.Dimensions)
        {
            if (!HasParameter(history, slot, dimension))
            {
                _table.SetUniform(Column(index), dimension);
            }
            else if (dimension.IsCategorical)
            {
                _table.SetCategory(Column(index), dimension, history.Point(slot)[dimension.Index]);
            }
        }
    }

    private void SetWeight(int index)
    {
        if (_isMember[index])
        {
            _table.SetLogWeight(Column(index), 0);
        }
        else
        {
            _table.Disable(Column(index));
        }
    }
}
