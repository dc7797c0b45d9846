using System.Runtime.InteropServices;

namespace HyperTune;

/// <summary>An intermediate value of a running trial.</summary>
/// <param name="Step">The step, for instance the epoch, or the number of the instance, for instance the fold; at least 0.</param>
/// <param name="Value">The objective at that step, in the study's direction; any number, NaN included.</param>
// Small, since a study keeps every one: the kind fits beside the step.
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrialReport(int Step, double Value)
{
    /// <summary>Whether the value is about the trial's progress or about one instance.</summary>
    /// <value>By default <see cref="ReportKind.Progress"/>.</value>
    public ReportKind Kind { get; init; }
}
