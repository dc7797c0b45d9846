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
            ? [.. space.Whole.Parameters
                .Where(static parameter => !parameter.Distribution.IsConstant)
                .DistinctBy(static parameter => (object?)parameter.Keys ?? parameter)
                .Select(parameter => new TuningStep(trialsPerParameter, parameter))]
            : steps;
        return new StepwiseRun(context, own, [.. own.Select(step => IndicesOf(step, space))]);
    }

    // The keys of an order mean something only together.
    private static IEnumerable<Parameter> WithOtherKeys(Parameter parameter, SearchSpace space)
        => parameter.Keys is null ? [parameter] : space.Whole.Parameters.Where(other => other.Keys == parameter.Keys);

    private static ImmutableHashSet<int> IndicesOf(TuningStep step, SearchSpace space) =>
    [
        .. step.Parameters.SelectMany(parameter => ElementNames.Find(space.Whole, parameter) is { Count: > 0 } found
            ? found.SelectMany(own => WithOtherKeys(own, space)).Select(static own => own.Index)
            : throw new ArgumentException(
                $"{nameof(Stepwise)} is to tune '{parameter.Name}', which is a parameter of another search space than '{space.Name}', which the study searches.")),
    ];
}
