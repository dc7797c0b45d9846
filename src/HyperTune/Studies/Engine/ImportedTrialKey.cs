namespace HyperTune;

/// <summary>What tells imported trials apart, so that none is imported twice; two of one study never agree in all of it.</summary>
/// <param name="Source">Where the trial comes from, in words.</param>
/// <param name="Started">When it started, in microseconds, which is what storages keep.</param>
/// <param name="Finished">When it ended, in microseconds.</param>
internal readonly record struct ImportedTrialKey(string Source, long Started, long Finished)
{
    public static ImportedTrialKey Of(string source, DateTime started, DateTime finished)
        => new(source, started.Ticks / TimeSpan.TicksPerMicrosecond, finished.Ticks / TimeSpan.TicksPerMicrosecond);
}
