using System.Collections.Immutable;
using HyperTune.Text;

namespace HyperTune;

/// <summary>What <see cref="GradientCheck"/> found.</summary>
/// <typeparam name="TConfig">The config type.</typeparam>
public sealed class GradientCheck<TConfig>
{
    /// <summary>The default tolerance of <see cref="ThrowIfWrong"/>.</summary>
    public const double DefaultTolerance = 1e-4;

    internal GradientCheck(ImmutableArray<DerivativeCheck<TConfig>> derivatives) => Derivatives = derivatives;

    /// <summary>The derivatives that were checked, each where its error is largest, in the order of the space. Those that the objective never gave are missing.</summary>
    public ImmutableArray<DerivativeCheck<TConfig>> Derivatives { get; }

    /// <summary>The largest relative error of all; 0 where nothing was checked.</summary>
    public double LargestError => Derivatives.Select(static derivative => derivative.RelativeError).DefaultIfEmpty().Max();

    /// <summary>The check of one parameter, such as <c>check[Config.Space.LearningRate]</c>.</summary>
    /// <param name="parameter">A parameter of the config's space.</param>
    /// <exception cref="KeyNotFoundException">Its derivative was not checked, because the objective never gave it or there was no room around it.</exception>
    public DerivativeCheck<TConfig> this[Parameter parameter]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(parameter);
            return Derivatives.FirstOrDefault(derivative => derivative.Parameter.Name == parameter.Name)
                ?? throw new KeyNotFoundException($"The derivative by {Printable.Of(parameter.Name)} was not checked: the objective gave none, or the parameter had no room on both sides.");
        }
    }

    /// <summary>Throws unless every derivative that was checked is right, and at least one was checked.</summary>
    /// <param name="tolerance">The largest relative error that counts as right; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is not above 0.</exception>
    /// <exception cref="InvalidOperationException">A derivative is wrong, or none was checked; the message names each that is wrong with both numbers.</exception>
    public void ThrowIfWrong(double tolerance = DefaultTolerance)
    {
        if (!(tolerance > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The value must be above 0.");
        }

        if (Derivatives.IsEmpty)
        {
            throw new InvalidOperationException("The objective gave no derivative that could be checked.");
        }

        DerivativeCheck<TConfig>[] wrong = [.. Derivatives.Where(derivative => !(derivative.RelativeError <= tolerance))];
        if (wrong.Length > 0)
        {
            throw new InvalidOperationException($"{string.Join(" ", wrong.Select(static derivative => $"{derivative}."))} The tolerance is {NumberFormat.Invariant(tolerance)}.");
        }
    }

    /// <summary>The derivatives line by line.</summary>
    public override string ToString() => string.Join('\n', Derivatives);
}
