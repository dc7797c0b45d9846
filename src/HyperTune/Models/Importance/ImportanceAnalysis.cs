using HyperTune.Spaces.Coding;
using HyperTune.Text;

namespace HyperTune.Models.Importance;

/// <summary>Measures how important the parameters of a space were in a study.</summary>
internal static class ImportanceAnalysis
{
    /// <summary>With fewer completed trials there is no best tenth to speak of, and nothing to tell it from.</summary>
    public const int FewestTrials = 5;

    // Which of the seeds derived from the study's; any others than those that strategies take.
    private const ulong HalfSeed = 0x696D706F7274;
    private const ulong PointSeed = 0x736F626F6C;

    /// <summary>Measures.</summary>
    /// <param name="space">The trials' space.</param>
    /// <param name="completed">The completed trials, at least <see cref="FewestTrials"/> with all objectives; the order does not matter.</param>
    /// <param name="subject">What they are good or bad in; where a limit counts, at least one keeps all.</param>
    /// <param name="method">How to measure.</param>
    /// <param name="seed">The study's seed.</param>
    public static ParameterImportances Of(
        SearchSpace space, IEnumerable<TrialResult> completed, ImportanceSubject subject, ImportanceMethod method, long seed)
    {
        TrialResult[] trials = [.. completed.OrderBy(static trial => trial.Number)];
        double[] losses = subject.LossesOf(trials);
        var cube = new UnitCube(space);
        if (cube.Dimensions.IsEmpty)
        {
            return Nothing(space, trials.Length, method, $"{space.Name} has no parameter with more than one value.");
        }

        if (losses.Distinct().Count() == 1)
        {
            return Nothing(space, trials.Length, method, $"All {trials.Length} trials are equal in {subject.Words}: no parameter made a difference.");
        }

        ImportanceMeasure measure = method == ImportanceMethod.PedAnova
            ? new PedAnova(cube, trials, [.. losses.Select((loss, row) => subject.KeepsLimits && trials[row].Violation > 0 ? double.PositiveInfinity : loss)])
            : new SobolMeasure(cube, trials, losses, method == ImportanceMethod.SobolTotal, RandomStream.Derive((ulong)seed, PointSeed));
        IEnumerable<int[]> halves = HalfSamples.Draw(measure.RowCount, measure.HalfSampleCount, RandomStream.Derive((ulong)seed, HalfSeed));
        double[][] measured = measure.Measure([[.. Enumerable.Range(0, measure.RowCount)], .. halves]);
        double[] raw = measured[0];
        double[] shares = HalfSamples.Shares(raw);
        if (shares.Sum() == 0)
        {
            return Nothing(space, measure.RowCount, method, $"{measure.Explain(subject.Words)} No parameter made a difference that could be seen.");
        }

        (double Low, double High)[] ranges = HalfSamples.Ranges(shares, measured.Skip(1).Select(HalfSamples.Shares));
        string only = cube.Dimensions.Length == 1 ? $" All that there is belongs to {Printable.Of(cube.Dimensions[0].Parameter.Name)}: no other parameter has more than one value." : "";
        IEnumerable<ParameterImportance> importances = space.Parameters.Select(
            parameter => cube.Find(parameter) is { Index: var k } ? new ParameterImportance(parameter, shares[k], ranges[k], raw[k]) : Zero(parameter));
        return new ParameterImportances(importances, method, measure.RowCount, measure.Explain(subject.Words) + only);
    }

    private static ParameterImportances Nothing(SearchSpace space, int trialCount, ImportanceMethod method, string explanation)
        => new(space.Parameters.Select(Zero), method, trialCount, explanation);

    private static ParameterImportance Zero(Parameter parameter) => new(parameter, 0, (0, 0), 0);
}
