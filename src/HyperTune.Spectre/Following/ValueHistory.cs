namespace HyperTune.Terminal.Following;

/// <summary>
/// A series of any length in a fixed number of cells: each stands for the same number of values, of which it keeps the last. When all cells are used, every
/// second one goes and the others stand for twice as many.
/// </summary>
internal sealed class ValueHistory
{
    /// <summary>The number of cells.</summary>
    public const int Capacity = 128;

    private readonly double[] _cells = new double[Capacity];
    private int _used;
    private int _share = 1;
    private int _inLast;

    /// <summary>The cells that are used, oldest first.</summary>
    public ReadOnlySpan<double> Cells => _cells.AsSpan(0, _used);

    /// <summary>Adds a value; one that is not finite is left out.</summary>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        if (_used == 0 || _inLast == _share)
        {
            if (_used == Capacity)
            {
                Halve();
            }

            _used++;
            _inLast = 0;
        }

        _cells[_used - 1] = value;
        _inLast++;
    }

    private void Halve()
    {
        _used = Capacity / 2;
        for (int i = 0; i < _used; i++)
        {
            _cells[i] = _cells[(2 * i) + 1];
        }

        _share *= 2;
    }
}
