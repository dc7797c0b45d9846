namespace HyperTune.State;

/// <summary>
/// What tells imported trials apart, so that none is imported twice: a hash of where a trial comes from and what came of it when, because studies keep one
/// for each imported trial. Two of a million trials agree by chance with a probability of 3e-8.
/// </summary>
/// <param name="Hash">The hash.</param>
internal readonly record struct ImportedTrialKey(ulong Hash)
{
    /// <summary>The key of a trial.</summary>
    /// <param name="source">Where the trial comes from, in words.</param>
    /// <param name="started">When it started; only microseconds count, because storages keep no more.</param>
    /// <param name="finished">When it ended; only microseconds count.</param>
    /// <param name="values">The values that it ended with; empty when it has none.</param>
    public static ImportedTrialKey Of(string source, DateTime started, DateTime finished, ReadOnlySpan<double> values)
    {
        ulong hash = 0;
        foreach (char letter in source)
        {
            hash = RandomStream.Mix(hash ^ letter);
        }

        hash = RandomStream.Mix(hash ^ Microseconds(started));
        hash = RandomStream.Mix(hash ^ Microseconds(finished));
        foreach (double value in values)
        {
            hash = double.IsNaN(value) ? hash : RandomStream.Mix(hash ^ BitConverter.DoubleToUInt64Bits(value));
        }

        return new ImportedTrialKey(hash);
    }

    private static ulong Microseconds(DateTime time) => (ulong)(time.Ticks / TimeSpan.TicksPerMicrosecond);
}
