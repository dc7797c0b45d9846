using System.Collections.Immutable;
using System.Numerics;
using HyperTune.Spaces.Enumeration;
using HyperTune.Spaces.Narrowed;
using HyperTune.Text;

namespace HyperTune.Strategies.GridOver;

/// <summary>Some parameters by grid, the others by a strategy.</summary>
/// <param name="parameters">The parameters of the grid.</param>
/// <param name="points">How many points continuous ones get; <see langword="null"/> where there are none.</param>
/// <param name="otherwise">What chooses the other parameters' values.</param>
internal sealed class GridOverStrategy(ImmutableArray<Parameter> parameters, int? points, Strategy otherwise) : Strategy
{
    // Each has a strategy at work, and hardly any study has as many trials.
    private const int MostCombinations = 4096;

    public override string ToString()
        => $"GridOver({string.Join(", ", parameters.Select(static parameter => parameter.Name))}; {(points is { } count ? $"{NumberFormat.Invariant(count)} points, " : "")}{otherwise})";

    internal override bool ContinuesTrials => otherwise.ContinuesTrials;

    internal override bool LearnsAcrossParts => otherwise.LearnsAcrossParts;

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        SearchSpace space = context.Space;
        ImmutableArray<Parameter> own = [.. parameters.Select(parameter => FindIn(space, parameter)).OrderBy(static parameter => parameter.Index)];
        var grid = new SpaceEnumeration(own, CreateAxis);
        if (grid.Count > MostCombinations)
        {
            throw new ArgumentException(
                $"{nameof(GridOver)} has {grid.Count} combinations of {Names}; at most {MostCombinations} can take turns. Name fewer parameters or fewer points.");
        }

        HashSet<int> open = [.. Enumerable.Range(0, space.DimensionCount).Except(own.Select(static parameter => parameter.Index))];
        Combination[] combinations =
        [
            .. Enumerable.Range(0, (int)grid.Count)
                .Select(rank => Create(space, grid, rank, own, open))
                .Where(combination => IsPossible(combination.Space) && CanBeDrawn(combination.Space, context.Seed)),
        ];
        return combinations.Length > 0
            ? new GridOverRun(context, combinations, (int)grid.Count - combinations.Length, otherwise)
            : throw new ConstraintException($"None of the {grid.Count} combinations of {Names} satisfies the constraints of the search space '{space.Name}'. Use a finer grid, or widen the constraint.");
    }

    private string Names => string.Join(", ", parameters.Select(static parameter => $"'{parameter.Name}'"));

    private static Combination Create(SearchSpace space, SpaceEnumeration grid, int rank, ImmutableArray<Parameter> own, HashSet<int> open)
    {
        double[] values = new double[space.DimensionCount];
        Array.Fill(values, double.NaN);
        grid.Unrank(rank, values);
        string name = string.Join(", ", own
            .Where(parameter => !double.IsNaN(values[parameter.Index]))
            .Select(parameter => $"{parameter.Name} = {parameter.Format(values[parameter.Index])}"));
        return new Combination(name, values, SpaceParts.FixAllBut(space, open, values));
    }

    // Two fixed values of which one bounds the other.
    private static bool IsPossible(SearchSpace space) => space.Parameters.All(parameter => parameter.Bound is not { } bound
        || space.Parameters[bound.Other.Index].Distribution is not { IsConstant: true } limit
        || bound.Allows(bound.IsUpper ? parameter.Distribution.Low : parameter.Distribution.High, limit.FromUnit(0.5)));

    private static bool CanBeDrawn(SearchSpace space, ulong seed)
    {
        if (!space.HasConstraints)
        {
            return true;
        }

        var random = new RandomStream(seed);
        double[] vector = new double[space.DimensionCount];
        for (int draw = 0; draw < SearchSpace.MaximumDraws; draw++)
        {
            space.SampleVector(ref random, vector);
            if (space.FindViolatedConstraint(vector) is null)
            {
                return true;
            }
        }

        return false;
    }

    private static Parameter FindIn(SearchSpace space, Parameter parameter) => ElementNames.Find(space.Whole, parameter) switch
    {
        [] => throw new ArgumentException(
            $"{nameof(GridOver)} is to try the values of '{parameter.Name}', which is a parameter of another search space than '{space.Name}', which the study searches."),
        [{ Keys: not null } key] => throw new ArgumentException(
            $"{nameof(GridOver)} is to try the values of '{key.Name}', which is a key of an order and means something only beside the others. {nameof(Strategy)}.{nameof(Grid)} tries whole orders."),
        [var own] when ReferenceEquals(own, parameter.Whole) => space.Parameters[own.Index],
        _ => throw new ArgumentException($"{nameof(GridOver)} is to try the values of '{parameter.Name}', which stands for several parameters: name one element of the list."),
    };

    private ValueAxis CreateAxis(Parameter parameter) => parameter.Distribution.IsContinuous && points is null
        ? throw new ArgumentException(
            $"{nameof(GridOver)} needs a number of points for the continuous parameter '{parameter.Name}' ({parameter.Distribution}). "
            + $"Write {nameof(Strategy)}.{nameof(GridOver)}(parameters, 5, otherwise) for 5 points, or give the parameter a step.")
        : new ValueAxis(parameter.Distribution, parameter.Distribution.IsContinuous ? points : null);
}
