using HyperTune.CompilerServices;
using HyperTune.Text;

namespace HyperTune.State;

/// <summary>What the derivatives of an objective must be.</summary>
internal static class GradientRules
{
    /// <summary>What is wrong with a gradient; <see langword="null"/> for nothing.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="vector">The config as a vector of it.</param>
    /// <param name="derivatives">One a parameter, not a number where it is not known.</param>
    public static string? FindFault(SearchSpace space, ReadOnlySpan<double> vector, ReadOnlySpan<double> derivatives)
    {
        foreach (Parameter parameter in space.Parameters)
        {
            double derivative = derivatives[parameter.Index];
            if (GradientValue.IsComputedNaN(derivative) || double.IsInfinity(derivative))
            {
                return $"{Derivative(parameter, derivative)}, which is no finite number; one that is not known is to be left out (null).";
            }

            if (double.IsNaN(derivative))
            {
                continue;
            }

            if (!parameter.Distribution.IsContinuous && !parameter.Whole.Distribution.IsContinuous)
            {
                return $"{Derivative(parameter, derivative)}, although that parameter is not continuous.";
            }

            if (double.IsNaN(vector[parameter.Index]))
            {
                return $"{Derivative(parameter, derivative)}, although that parameter does not exist in the config ({Printable.Of(space.Format(vector))}).";
            }
        }

        return null;
    }

    private static string Derivative(Parameter parameter, double derivative)
        => $"The derivative of the objective by {Printable.Of(parameter.Name)} is {NumberFormat.Invariant(derivative)}";
}
