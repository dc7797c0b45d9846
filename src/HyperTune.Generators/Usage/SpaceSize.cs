using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Rules;
using HyperTune.Spaces.Distributions;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Usage;

/// <summary>The size of a valid search space: which of its parameters are continuous, and how many points a grid over it has.</summary>
/// <param name="reader">Reads the spaces nested in it.</param>
internal sealed class SpaceSize(DeclarationReader reader)
{
    /// <summary>Up to this many values of a deciding parameter are gone through one by one; beyond it, all that depends on it counts for each.</summary>
    private const int MostValues = 4096;

    /// <summary>The path of a continuous parameter, or null where there is none.</summary>
    public string? FindContinuous(SpaceDeclaration space) => Find(space, IsContinuous);

    /// <summary>Whether an objective can be differentiated by anything: orders come from continuous keys, but only the order of these matters.</summary>
    public bool HasDerivatives(SpaceDeclaration space)
        => Find(space, static parameter => parameter.Composite?.Kind != DistributionKind.Permutation && IsContinuous(parameter)) is not null;

    /// <summary>How many points a grid has, constraints ignored.</summary>
    /// <param name="space">The space.</param>
    /// <param name="pointsPerAxis">The points on each continuous parameter.</param>
    public double CountPoints(SpaceDeclaration space, double pointsPerAxis)
    {
        double members = space.Parameters.Where(parameter => ConditionRules.Parent(parameter, space.Parameters) is null)
            .Aggregate(1.0, (product, parameter) => product * CountWithDependents(parameter, space.Parameters, pointsPerAxis));
        return space.Cases.IsEmpty ? members : members * space.Cases.Sum(inner => CountPoints(inner, pointsPerAxis));
    }

    private string? Find(SpaceDeclaration space, System.Func<ParameterDeclaration, bool> isWanted)
    {
        foreach (ParameterDeclaration parameter in space.Parameters)
        {
            string? path = Nested(parameter) is { } nested ? Find(nested, isWanted) is { } inner ? $"{parameter.Name}.{inner}" : null
                : isWanted(parameter) ? parameter.Name
                : null;
            if (path is not null)
            {
                return path;
            }
        }

        return space.Cases.Select(inner => Find(inner, isWanted) is { } path ? $"{inner.Name}.{path}" : null).FirstOrDefault(static path => path is not null);
    }

    private double CountWithDependents(ParameterDeclaration parameter, ImmutableArray<ParameterDeclaration> siblings, double pointsPerAxis)
    {
        ParameterDeclaration[] dependents = [.. siblings.Where(sibling => ConditionRules.Parent(sibling, siblings) == parameter)];
        double own = CountOwn(parameter, pointsPerAxis);
        if (dependents.Length == 0)
        {
            return own;
        }

        return own <= MostValues && GridValues.Of(parameter) is { } values
            ? values.Sum(value => Product(dependents.Where(dependent => GridValues.IsMet(dependent.When!, parameter, value))))
            : own * Product(dependents);

        double Product(IEnumerable<ParameterDeclaration> active)
            => active.Aggregate(1.0, (product, dependent) => product * CountWithDependents(dependent, siblings, pointsPerAxis));
    }

    private double CountOwn(ParameterDeclaration parameter, double pointsPerAxis)
    {
        if (parameter.Composite is { } composite)
        {
            return composite.Kind switch
            {
                DistributionKind.Subset => System.Math.Pow(2, FlagMembers.Single(parameter.UnderlyingType).Length),
                DistributionKind.Permutation => System.Math.Pow(pointsPerAxis, composite.Length ?? ConstantConversion.AllValues(parameter).Count()),
                _ => System.Math.Pow(pointsPerAxis, composite.Length!.Value - 1),
            };
        }

        double one = Nested(parameter) is { } nested ? CountPoints(nested, pointsPerAxis) + (parameter.IsOptionalSpace ? 1 : 0)
            : IsContinuous(parameter) ? pointsPerAxis
            : CountValues(parameter, parameter.Distributions[0]);
        if (parameter.Repeat is not { } repeat)
        {
            return one;
        }

        double sum = 0;
        double power = System.Math.Pow(one, repeat.Minimum);
        for (int count = repeat.Minimum; count <= repeat.Maximum && !double.IsInfinity(sum); count++)
        {
            sum += power;
            power *= one;
        }

        return sum;
    }

    private static double CountValues(ParameterDeclaration parameter, DistributionDeclaration distribution)
        => distribution.IsList
            ? ChoiceRules.AllowedValues(parameter, distribution).Count
            : StepArithmetic.Count(distribution.Low!.Value, distribution.High!.Value, distribution.Spacing(parameter.Kind));

    /// <summary>Whether a parameter, or one of those that it is made of, has values without gaps.</summary>
    public static bool IsContinuous(ParameterDeclaration parameter)
        => parameter.Composite is { } composite ? composite.Kind != DistributionKind.Subset : parameter.Distributions[0].IsContinuous(parameter.Kind);

    private SpaceDeclaration? Nested(ParameterDeclaration parameter)
        => parameter.Kind == ValueKind.Space && parameter.UnderlyingType is INamedTypeSymbol type ? reader.Read(type) : null;
}
