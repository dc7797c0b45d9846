using Digits;

namespace HyperTune.Benchmarks;

/// <summary>The digits that trainings learn from: a part, so that a few hundred trainings take a minute and none is so good that configs do not differ.</summary>
internal static class TrainingPart
{
    private const int Count = 400;
    private const ulong Seed = 1;

    public static DigitSet Of(DigitSet training)
    {
        var random = new RandomStream(Seed);
        int[] order = [.. Enumerable.Range(0, training.Count)];
        random.Shuffle(order.AsSpan());
        return training.Select(order[..Count]);
    }
}
