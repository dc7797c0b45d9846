using System.Collections.Immutable;

namespace HyperTune.Terminal.Following;

/// <summary>What there is to show at one moment.</summary>
/// <param name="Progress">The study's last report; <see langword="null"/> before a trial has ended.</param>
/// <param name="HasFront">Whether the study has several objectives.</param>
/// <param name="Elapsed">The time since the run started.</param>
/// <param name="SinceReport">The time since the last report.</param>
/// <param name="Running">The trials that run and are shown, longest first.</param>
/// <param name="HiddenCount">How many more run.</param>
/// <param name="History">How the best value, or what the front has reached, became what it is.</param>
/// <param name="Failure">The failure that was last; <see langword="null"/> for none.</param>
/// <param name="Message">What the program has to say; <see langword="null"/> for nothing.</param>
internal sealed record Standing(
    StudyProgress? Progress,
    bool HasFront,
    TimeSpan Elapsed,
    TimeSpan SinceReport,
    ImmutableArray<ShownTrial> Running,
    int HiddenCount,
    ImmutableArray<double> History,
    string? Failure,
    string? Message);
