namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Random decisions; the same seed gives the same ones on every machine.</summary>
internal sealed class Dice(ulong seed)
{
    private RandomStream _stream = new(seed);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + (int)_stream.NextInteger(high - low + 1);

    public bool Chance(double probability) => _stream.NextUnit() < probability;

    public T Pick<T>(params IReadOnlyList<T> items) => items[(int)_stream.NextInteger(items.Count)];

    /// <summary>Some of the items, at least one, in random order.</summary>
    public T[] PickSome<T>(IReadOnlyList<T> items, int most)
    {
        T[] all = [.. items];
        _stream.Shuffle(all.AsSpan());
        return all[..Between(1, Math.Min(most, all.Length))];
    }
}
