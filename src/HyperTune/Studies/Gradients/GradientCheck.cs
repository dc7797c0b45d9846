using System.Collections.Immutable;
using HyperTune.State;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Holds the derivatives that an objective returns against central differences of its values, for instance in a unit test.</summary>
/// <example><c>GradientCheck.Of((Config config) => Loss(config)).ThrowIfWrong();</c></example>
public static class GradientCheck
{
    // Differences are off by the rounding of the values; a derivative for which this is no less than that says nothing.
    private const double RoundingShare = 1e-11;

    /// <summary>Checks at some random configs, with the default options.</summary>
    /// <inheritdoc cref="Of{TConfig, TGradient}(Func{TConfig, ValueTuple{double, TGradient}}, GradientCheckOptions{TConfig})"/>
    public static GradientCheck<TConfig> Of<TConfig, TGradient>(Func<TConfig, (double Value, TGradient Gradient)> objective)
        where TConfig : ISearchSpace<TConfig>
        where TGradient : class, IGradient<TConfig>
        => Of(objective, new GradientCheckOptions<TConfig>());

    /// <summary>
    /// Checks every derivative that the objective gives: at each config its value is computed twice more for each continuous parameter, a little below and a little above.
    /// </summary>
    /// <typeparam name="TConfig">The config type.</typeparam>
    /// <typeparam name="TGradient">The generated gradient of the config type.</typeparam>
    /// <param name="objective">The objective, which has to give the same value for the same config.</param>
    /// <param name="options">Where to check, and how.</param>
    /// <returns>For each parameter the largest error.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="InvalidOperationException">
    /// The objective returned no finite number, a derivative that is none, or one of a parameter that does not exist in the config; the message names it.
    /// </exception>
    /// <exception cref="ConstraintException">The space's constraints accept too little.</exception>
    public static GradientCheck<TConfig> Of<TConfig, TGradient>(
        Func<TConfig, (double Value, TGradient Gradient)> objective, GradientCheckOptions<TConfig> options)
        where TConfig : ISearchSpace<TConfig>
        where TGradient : class, IGradient<TConfig>
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(options);
        SearchSpace<TConfig> space = TConfig.Space;
        var worst = new DerivativeCheck<TConfig>?[space.DimensionCount];
        foreach (TConfig config in options.Configs.IsDefaultOrEmpty ? Draw(space, options) : options.Configs)
        {
            double[] vector = VectorOf(space, config);
            (double value, TGradient gradient) = objective(config);
            double[] derivatives = new double[space.DimensionCount];
            Array.Fill(derivatives, double.NaN);
            gradient.WriteTo(derivatives);
            if (GradientRules.FindFault(space, vector, derivatives) is { } fault)
            {
                throw new InvalidOperationException(fault);
            }

            ThrowIfNotFinite(space, vector, value);
            foreach (Parameter parameter in space.Parameters)
            {
                int i = parameter.Index;
                if (!double.IsNaN(derivatives[i]) && Check(space, objective, parameter, vector, value, derivatives[i], options.Step) is { } check
                    && !(check.RelativeError <= worst[i]?.RelativeError))
                {
                    worst[i] = check with { Config = config };
                }
            }
        }

        return new GradientCheck<TConfig>([.. worst.OfType<DerivativeCheck<TConfig>>()]);
    }

    private static IEnumerable<TConfig> Draw<TConfig>(SearchSpace<TConfig> space, GradientCheckOptions<TConfig> options)
    {
        double[] vector = new double[space.DimensionCount];
        for (int i = 0; i < options.RandomConfigs; i++)
        {
            var random = new RandomStream((ulong)options.Seed, (ulong)i);
            space.SampleAllowedVector(ref random, vector);
            yield return space.Decode(vector);
        }
    }

    // Null where the parameter has no room on both sides.
    private static DerivativeCheck<TConfig>? Check<TConfig, TGradient>(
        SearchSpace<TConfig> space, Func<TConfig, (double Value, TGradient Gradient)> objective, Parameter parameter, double[] vector, double value, double derivative, double step)
    {
        int i = parameter.Index;
        double place = parameter.Distribution.ToUnit(vector[i]);
        double reach = Math.Min(step, Math.Min(place, 1 - place));
        Span<double> values = stackalloc double[2];
        Span<double> places = stackalloc double[2];
        for (int side = 0; side < 2; side++)
        {
            double[] moved = [.. vector];
            moved[i] = parameter.Distribution.FromUnit(place + (side == 0 ? -reach : reach));
            if (!space.Contains(moved) || space.FindViolatedConstraint(moved) is not null)
            {
                return null;
            }

            // What a type such as float makes of the value, too.
            TConfig config = space.Decode(moved);
            moved = VectorOf(space, config);
            places[side] = parameter.Distribution.ToUnit(moved[i]);
            values[side] = objective(config).Value;
            ThrowIfNotFinite(space, moved, values[side]);
        }

        double width = places[1] - places[0];
        double slope = parameter.Distribution.UnitSlope(place);
        if (!(width > 0) || !double.IsFinite(slope) || slope == 0)
        {
            return null;
        }

        double difference = (values[1] - values[0]) / width;
        double given = derivative * slope;
        double smallest = RoundingShare * Math.Max(Math.Abs(value), Math.Max(Math.Abs(values[0]), Math.Abs(values[1]))) / width;
        double largest = Math.Max(Math.Max(Math.Abs(given), Math.Abs(difference)), smallest);
        return new DerivativeCheck<TConfig>(parameter, derivative, difference / slope, largest == 0 ? 0 : Math.Abs(given - difference) / largest, default!);
    }

    private static double[] VectorOf<TConfig>(SearchSpace<TConfig> space, TConfig config)
    {
        double[] vector = new double[space.DimensionCount];
        space.Encode(config, vector);
        return vector;
    }

    private static void ThrowIfNotFinite<TConfig>(SearchSpace<TConfig> space, double[] vector, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new InvalidOperationException($"The objective returned {NumberFormat.Invariant(value)} for {Printable.Of(space.Format(vector))}, which is no finite number.");
        }
    }
}
