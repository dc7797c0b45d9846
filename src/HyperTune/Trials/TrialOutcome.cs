using HyperTune.Text;

namespace HyperTune;

/// <summary>What an objective returns: a value, "pruned" or "failed". A <see cref="double"/> converts to it.</summary>
/// <example><c>return trial.ShouldPrune ? TrialOutcome.Pruned : accuracy;</c></example>
public readonly record struct TrialOutcome
{
    private TrialOutcome(TrialState state, double value, string? reason)
    {
        State = state;
        Value = value;
        Reason = reason;
    }

    /// <summary>The trial was stopped early; its last report becomes its value.</summary>
    public static TrialOutcome Pruned { get; } = new(TrialState.Pruned, double.NaN, null);

    /// <summary>How the trial ends; <see cref="TrialState.Running"/> only in <see langword="default"/>, which studies take as a failure.</summary>
    public TrialState State { get; }

    /// <summary>The objective's value; NaN when there is none.</summary>
    public double Value { get; }

    /// <summary>Why the trial failed; <see langword="null"/> unless it did.</summary>
    public string? Reason { get; }

    /// <summary>Whether the trial failed because its config cannot be used (<see cref="Infeasible"/>).</summary>
    public bool IsInfeasible { get; private init; }

    /// <summary>The derivatives of the value, as <see cref="IGradient{TConfig}"/> of the study's config type; <see langword="null"/> for none.</summary>
    internal object? Gradient { get; private init; }

    /// <summary>The trial ran to its end. A value that is not finite makes it a failed trial.</summary>
    /// <param name="value">The objective's value.</param>
    public static TrialOutcome Completed(double value) => new(TrialState.Completed, value, null);

    /// <summary>The trial failed for a reason that the objective knows, for instance because the config does not fit into memory.</summary>
    /// <param name="reason">Why, in words; kept with the trial.</param>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty.</exception>
    public static TrialOutcome Failed(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new TrialOutcome(TrialState.Failed, double.NaN, reason);
    }

    /// <summary>
    /// The config cannot be used, for a reason that only the objective can know: it breaks a rule of what is tuned, needs more memory than there is, or gives
    /// nothing that could be measured.
    /// </summary>
    /// <remarks>
    /// The trial is <see cref="TrialState.Failed"/>, and strategies keep away from configs like it as they do from other failures. But nothing went wrong: it does
    /// not count towards <see cref="StudyOptions.MaxConsecutiveFailures"/>, it is never run again, and no warning is logged. What can be said of a
    /// config without trying it is better said by a constraint of the search space, and how far it is from being usable by a metric with a limit.
    /// </remarks>
    /// <param name="reason">Why, in words; kept with the trial (<see cref="TrialRecord{T}.FailureReason"/>, <see cref="TrialRecord{T}.FailureCause"/>).</param>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty.</exception>
    public static TrialOutcome Infeasible(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new TrialOutcome(TrialState.Failed, double.NaN, reason) { IsInfeasible = true };
    }

    /// <summary>This outcome together with the derivatives of its value.</summary>
    /// <typeparam name="TConfig">The config type.</typeparam>
    /// <param name="gradient">The derivatives of the value with respect to the config's continuous parameters.</param>
    public TrialOutcome WithGradient<TConfig>(IGradient<TConfig> gradient)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        return this with { Gradient = gradient };
    }

    /// <summary>The trial ran to its end with the given value; the same as <see cref="Completed"/>.</summary>
    /// <param name="value">The objective's value.</param>
    public static implicit operator TrialOutcome(double value) => Completed(value);

    /// <summary>The outcome in a few words.</summary>
    public override string ToString() => State switch
    {
        TrialState.Completed => NumberFormat.Invariant(Value),
        TrialState.Pruned => "pruned",
        TrialState.Failed => $"{(IsInfeasible ? "infeasible" : "failed")}: {Printable.Of(Reason ?? "")}",
        _ => "no outcome",
    };
}
