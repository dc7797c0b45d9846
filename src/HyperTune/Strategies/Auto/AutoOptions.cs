namespace HyperTune;

/// <summary>Settings of <see cref="Strategy.Auto(AutoOptions)"/>.</summary>
public sealed record AutoOptions
{
    /// <summary>The default of <see cref="MostOverhead"/>.</summary>
    public const double DefaultMostOverhead = 0.2;

    /// <summary>
    /// Whether the time that trials take decides for how many of them the slower and better model is used: with a median below 10 milliseconds for 100
    /// trials, with one of a second or more for 2,000, otherwise for 500. After 100, what goes on takes microseconds; after 500 or 2,000, of numbers alone, about a
    /// millisecond. The first 20 trials are measured.
    /// </summary>
    /// <remarks>
    /// Measured times differ from run to run, so a study that goes by them may give other trials for the same seed where a time is close to a limit
    /// or the machine changes. Up to 100 trials nothing depends on them. A study that is continued from a storage takes the times that were stored.
    /// </remarks>
    /// <value>Default: <see langword="false"/>, so that the same seed gives the same trials.</value>
    public bool AdaptToDuration { get; init; }

    /// <summary>
    /// The most that suggestions of the slower model may take in all, as a share of the time that trials have taken so far. Once they have taken more, a strategy that takes
    /// microseconds goes on for good. The first three are not counted, because most of their time is the runtime's, and at least ten are made. Only with
    /// <see cref="AdaptToDuration"/>.
    /// </summary>
    /// <value>Above 0. Default: 0.2.</value>
    public double MostOverhead { get; init; } = DefaultMostOverhead;
}
