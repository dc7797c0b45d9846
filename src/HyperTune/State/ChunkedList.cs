using System.Runtime.CompilerServices;

namespace HyperTune.State;

/// <summary>A list that grows by chunks of fixed size: nothing is copied when it grows, and elements can be changed in place.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal sealed class ChunkedList<T>
    where T : struct
{
    private const int ChunkBits = 8;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly List<T[]> _chunks = [];

    public int Count { get; private set; }

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _chunks[index >> ChunkBits][index & (ChunkSize - 1)];
    }

    public void Add(in T item)
    {
        int index = Count;
        if (index >> ChunkBits == _chunks.Count)
        {
            _chunks.Add(new T[ChunkSize]);
        }

        Count = index + 1;
        this[index] = item;
    }
}
