namespace HyperTune.State;

/// <summary>
/// Rows of numbers, all of one width, in chunks: a row is never moved, so that its memory can be handed out, and 10,000 vectors are a few large
/// arrays instead of 10,000 small ones.
/// </summary>
/// <param name="width">The numbers in a row; may be 0.</param>
internal sealed class RowStore(int width)
{
    private const int RowsPerChunk = 256;

    private readonly List<double[]> _chunks = [];

    public int Count { get; private set; }

    /// <summary>Adds a row of zeros.</summary>
    public void Add()
    {
        if (Count / RowsPerChunk == _chunks.Count)
        {
            _chunks.Add(new double[RowsPerChunk * width]);
        }

        Count++;
    }

    public Memory<double> this[int index] => _chunks[index / RowsPerChunk].AsMemory(index % RowsPerChunk * width, width);
}
