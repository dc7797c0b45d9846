namespace HyperTune.Studies.Scoring;

/// <summary>The seeds of repeats.</summary>
internal static class RepeatSeeds
{
    // So that repeats share no draws with what else is drawn from a study's seed.
    private const ulong Stream = 0x524550454154;

    /// <summary>The repeat of a number.</summary>
    /// <param name="studySeed">The study's seed.</param>
    /// <param name="trial">The trial whose own seeds are wanted; <see langword="null"/> for the same seeds in every trial.</param>
    /// <param name="number">The repeat's number.</param>
    public static TrialRepeat Of(long studySeed, int? trial, int number)
    {
        ulong seed = unchecked((ulong)studySeed) ^ Stream;
        seed = trial is { } own ? RandomStream.Derive(seed, (ulong)own + 1) : seed;
        return new TrialRepeat(number, (int)(RandomStream.Derive(seed, (ulong)number) >> 33));
    }
}
