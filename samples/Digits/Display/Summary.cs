using HyperTune;

namespace Digits;

/// <summary>Writes what the study found and what it is worth.</summary>
/// <param name="output">Where to write.</param>
internal sealed class Summary(TextWriter output)
{
    /// <summary>Writes how many trials ran and, as C# to paste, the best of their configs.</summary>
    /// <param name="result">The study's result.</param>
    /// <param name="best">Its best trial.</param>
    public void WriteBest(StudyResult<DigitsConfig> result, TrialRecord<DigitsConfig> best)
    {
        string duration = Format.Seconds(result.Duration) + (result.StopReason == StopReason.StopRequested ? ", stopped early" : "");
        string accuracy = Format.Percent(best.Value.GetValueOrDefault());
        output.WriteLine(FormattableString.Invariant($"""

            {Format.Trials(result.Trials.Count)} in {duration}. The best, trial {best.Number}, reads {accuracy} of the validation digits:

            {ConfigCode.Write(best.Config)}

            """));
        if (result.PrunerExplanation is { } saved)
        {
            output.WriteLine($"The pruner {saved}.\n");
        }
    }

    /// <summary>Compares the default config and the best one on the hold-out.</summary>
    /// <param name="byDefault">Whether the default config's network reads each picture of the hold-out right.</param>
    /// <param name="byBest">The same of the best config's network.</param>
    public void WriteHoldOut(bool[] byDefault, bool[] byBest)
    {
        PairedComparison comparison = PairedComparison.Of(byBest, byDefault);
        output.WriteLine(FormattableString.Invariant($"""
            Both configs on {byBest.Length} digits that nothing has seen so far, trained on all others:

              default config   {Describe(Accuracy.Of(byDefault))}
              best config      {Describe(Accuracy.Of(byBest))}

            Only the best config reads {comparison.OnlyFirstRight} of them, only the default config {comparison.OnlySecondRight}.
            Equally good configs differ this much with probability {comparison.PValue:G2} (exact McNemar test).
            """));
    }

    private static string Describe(Accuracy accuracy)
    {
        (double low, double high) = accuracy.Interval;
        return FormattableString.Invariant(
            $"{Format.Percent(accuracy.Value),7}   95% interval {Format.Percent(low)} to {Format.Percent(high)}   {accuracy.ErrorCount} errors");
    }
}
