using HyperTune.Numerics;
using HyperTune.Strategies.GridOver;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>One parameter by grid, all others by any strategy: every value of the parameter gets the same number of trials.</summary>
    /// <param name="parameter">The parameter, such as <c>C.Space.Activation</c>; its values are discrete.</param>
    /// <param name="otherwise">What chooses the other parameters' values.</param>
    /// <inheritdoc cref="GridOver(IEnumerable{Parameter}, int, Strategy)"/>
    public static Strategy GridOver(Parameter parameter, Strategy otherwise)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return Create([parameter], points: null, otherwise);
    }

    /// <summary>One parameter by grid, all others by any strategy: every value, or point, of the parameter gets the same number of trials.</summary>
    /// <param name="parameter">The parameter, such as <c>C.Space.LearningRate</c>.</param>
    /// <param name="pointsPerContinuousAxis">How many points it gets if it is continuous; at least 1, and 1 means the middle alone.</param>
    /// <param name="otherwise">What chooses the other parameters' values.</param>
    /// <inheritdoc cref="GridOver(IEnumerable{Parameter}, int, Strategy)"/>
    public static Strategy GridOver(Parameter parameter, int pointsPerContinuousAxis, Strategy otherwise)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        Guard.AtLeast(pointsPerContinuousAxis, 1);
        return Create([parameter], pointsPerContinuousAxis, otherwise);
    }

    /// <summary>Some parameters by grid, all others by any strategy: every combination gets the same number of trials.</summary>
    /// <param name="parameters">The parameters, such as <c>[C.Space.Activation, C.Space.Depth]</c>; at least one. Their values are discrete.</param>
    /// <param name="otherwise">What chooses the other parameters' values.</param>
    /// <inheritdoc cref="GridOver(IEnumerable{Parameter}, int, Strategy)"/>
    public static Strategy GridOver(IEnumerable<Parameter> parameters, Strategy otherwise) => Create(parameters, points: null, otherwise);

    /// <summary>Some parameters by grid, all others by any strategy: every combination gets the same number of trials.</summary>
    /// <remarks>
    /// <para>To compare some values fairly, each with the best settings of everything else beside it. The combinations take turns: each has one trial in every
    /// round, in an order that the study's seed shuffles round by round. Which one a trial belongs to follows from its number alone; one that was enqueued or
    /// imported takes the place of the combination whose turn it was. Failed trials are not repeated.</para>
    /// <para>Each combination has the strategy by itself, over the space in which the combination is fixed. A Gaussian process (<see cref="Bayesian()"/>, and
    /// <see cref="Auto()"/> where it chooses that) is told the first 500 trials of all combinations, fewer where there are more than 40 of them, because it
    /// learns from one what holds for the others. All else is told the trials of its own combination alone, because it finds better values so.</para>
    /// <para>A parameter that exists only under a condition has its value of the grid where it exists, and none elsewhere, so that a turn may go by without it.
    /// Name the parameter of the condition, too, to have each of its values exactly as often as the others: combinations that differ only in what does not
    /// exist are one then. Combinations of which no draw out of 10,000 satisfies the constraints are left out. Where a strategy has nothing left for a combination, the next
    /// one has the turn.</para>
    /// </remarks>
    /// <param name="parameters">The parameters, such as <c>[C.Space.Activation, C.Space.LearningRate]</c>; at least one.</param>
    /// <param name="pointsPerContinuousAxis">
    /// The number of points on each continuous parameter, placed as in <see cref="Grid(int)"/>; at least 1, and 1 means the middle alone.
    /// </param>
    /// <param name="otherwise">What chooses the other parameters' values.</param>
    /// <exception cref="ArgumentException">There are no parameters, or one is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of points is below 1.</exception>
    public static Strategy GridOver(IEnumerable<Parameter> parameters, int pointsPerContinuousAxis, Strategy otherwise)
    {
        Guard.AtLeast(pointsPerContinuousAxis, 1);
        return Create(parameters, pointsPerContinuousAxis, otherwise);
    }

    private static GridOverStrategy Create(IEnumerable<Parameter> parameters, int? points, Strategy otherwise)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(otherwise);
        Parameter[] own = [.. parameters];
        if (own.Length == 0)
        {
            throw new ArgumentException($"{nameof(GridOver)} needs at least one parameter.", nameof(parameters));
        }

        if (own.GroupBy(static parameter => parameter?.Name ?? throw new ArgumentNullException(nameof(parameters))).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{nameof(GridOver)} names '{twice.Key}' twice.", nameof(parameters));
        }

        return new GridOverStrategy([.. own], points, otherwise);
    }
}
