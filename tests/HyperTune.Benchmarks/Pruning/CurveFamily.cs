using Digits;

namespace HyperTune.Benchmarks;

/// <summary>Learning curves that pruners are compared on: two tables of real trainings, and two families of formulas over a public problem.</summary>
internal abstract class CurveFamily
{
    public const int Steps = 27;

    private static readonly Dictionary<string, Func<CurveFamily>> Families = new(StringComparer.Ordinal)
    {
        ["boosting"] = static () => new Family<BoostingConfig>(CurveFile.Load("boosting.csv", BoostingConfig.Space), null),
        ["network"] = static () => new Family<DigitsConfig>(CurveFile.Load("network.csv", DigitsConfig.Space), null),
        ["easy"] = static () => new Family<MlpConfig>(MlpCurves.Easy, MlpCurves.Sample),
        ["reversing"] = static () => new Family<MlpConfig>(MlpCurves.Reversing, MlpCurves.Sample),
    };

    public static IReadOnlyCollection<string> Known => Families.Keys;

    public static CurveFamily Create(string name) => Families[name]();

    public abstract SimulationResult Run(Pruner pruner, SimulationOptions options);

    /// <summary>The rank of a final value among the table's configs or, for formulas, a thousand random ones.</summary>
    public abstract double RankOf(double value);

    private sealed class Family<T>(LearningCurves<T> curves, double[]? sample) : CurveFamily
    {
        public override SimulationResult Run(Pruner pruner, SimulationOptions options) => Simulator.Run(curves, pruner, options);

        public override double RankOf(double value) => curves.RankOf(value) ?? 1 + sample!.Count(other => other < value);
    }
}
