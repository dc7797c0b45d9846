using System.Collections.Immutable;
using HyperTune.Spaces.Narrowed;

namespace HyperTune.Strategies.Stepwise;

/// <summary>Tunes one group of parameters after the other.</summary>
/// <param name="steps">The groups; empty for each parameter by itself.</param>
/// <param name="trialsPerParameter">How many trials each parameter takes, where the groups are not given.</param>
internal sealed class StepwiseStrategy(ImmutableArray<TuningStep> steps, int trialsPerParameter) : Strategy
{
    public override string ToString() => steps.IsEmpty ? $"Stepwise({trialsPerParameter} trials a parameter)" : $"Stepwise({string.Join("; ", steps)})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        SearchSpace space = context.Space;
        ImmutableArray<TuningStep> own = steps.IsEmpty
            ? [.. space.Whole.Parameters.Where(static parameter => !parameter.Distribution.IsConstant).Select(parameter => new TuningStep(trialsPerParameter, parameter))]
            : steps;
        return new StepwiseRun(context, own, [.. own.Select(step => IndicesOf(step, space))]);
    }

    private static ImmutableHashSet<int> IndicesOf(TuningStep step, SearchSpace space) =>
    [
        .. step.Parameters.SelectMany(parameter => ElementNames.Find(space.Whole, parameter) is { Count: > 0 } found
            ? found.Select(static own => own.Index)
            : throw new ArgumentException(
                $"{nameof(Stepwise)} is to tune '{parameter.Name}', which is a parameter of another search space than '{space.Name}', which the study searches.")),
    ];
}
