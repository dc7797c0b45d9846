namespace HyperTune;

/// <summary>
/// What tells imported trials apart, so that none is imported twice: a hash of where a trial comes from and when it started and ended, because studies keep
/// one for each imported trial. Two of a million trials agree by chance with a probability of 3e-8.
/// </summary>
/// <param name="Hash">The hash.</param>
internal readonly record struct ImportedTrialKey(ulong Hash)
{
    /// <summary>The key of a trial.</summary>
    /// <param name="source">Where the trial comes from, in words.</param>
    /// <param name="started">When it started; only microseconds count, because storages keep no more.</param>
    /// <param name="finished">When it ended; only microseconds count.</param>
    public static ImportedTrialKey Of(string source, DateTime started, DateTime finished)
    {
        ulong hash = 0;
        foreach (char letter in source)
        {
            hash = RandomStream.Mix(hash ^ letter);
        }

        hash = RandomStream.Mix(hash ^ Microseconds(started));
        return new ImportedTrialKey(RandomStream.Mix(hash ^ Microseconds(finished)));
    }

    private static ulong Microseconds(DateTime time) => (ulong)(time.Ticks / TimeSpan.TicksPerMicrosecond);
}
