using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune;

/// <summary>How alike the values are that the outer folds of a nested cross-validation chose for a parameter.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Values">The value that each outer fold chose, as text; <see langword="null"/> where the parameter does not exist in its config.</param>
/// <param name="Agreement">
/// 1 where all values are the same, and about 0 where they are as unlike as random ones; it can be below. Not a number where fewer than two folds have a value.
/// </param>
public sealed record ParameterStability(string Name, ImmutableArray<string?> Values, double Agreement)
{
    /// <summary>The values and how alike they are, in one line.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Name}: {string.Join(", ", Values.Select(static value => value ?? "-"))} (agreement {Agreement:F2})");

    /// <summary>Compares what was chosen.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="vectors">The configs that were chosen.</param>
    internal static ParameterStability Of(Parameter parameter, IReadOnlyList<ReadOnlyMemory<double>> vectors)
    {
        double[] values = [.. vectors.Select(vector => vector.Span[parameter.Index])];
        double[] known = [.. values.Where(static value => !double.IsNaN(value))];
        return new ParameterStability(
            parameter.Name,
            [.. values.Select(value => double.IsNaN(value) ? null : parameter.Format(value))],
            known.Length < 2 ? double.NaN
                : parameter.Distribution.IsCategorical ? AgreementOfCategories(known, parameter.Distribution.Count.GetValueOrDefault())
                : AgreementOfNumbers([.. known.Select(parameter.Distribution.ToUnit)]));
    }

    // The share of pairs that are the same, beyond that of random ones.
    private static double AgreementOfCategories(double[] values, long categories)
    {
        double same = values.GroupBy(static value => value).Sum(static group => group.Count() * (group.Count() - 1.0));
        double share = same / (values.Length * (values.Length - 1.0));
        double random = 1.0 / Math.Max(1, categories);
        return random == 1 ? 1 : (share - random) / (1 - random);
    }

    // The variance of values that are spread evenly over a unit is 1 / 12.
    private static double AgreementOfNumbers(double[] units)
    {
        double mean = units.Average();
        return 1 - Math.Sqrt(12 * units.Sum(unit => (unit - mean) * (unit - mean)) / (units.Length - 1));
    }
}
