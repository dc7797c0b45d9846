using System.Globalization;
using HyperTune.Text;

namespace HyperTune;

/// <summary>A derivative that an objective gave, beside the difference that stands for the true one.</summary>
/// <typeparam name="TConfig">The config type.</typeparam>
/// <param name="Parameter">What it is the derivative by.</param>
/// <param name="Given">What the objective gave.</param>
/// <param name="Difference">The central difference of the values.</param>
/// <param name="RelativeError">How far they are apart, as a share of the larger one.</param>
/// <param name="Config">Where.</param>
public sealed record DerivativeCheck<TConfig>(Parameter Parameter, double Given, double Difference, double RelativeError, TConfig Config)
{
    /// <summary>The derivative in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"The derivative by {Printable.Of(Parameter.Name)} is given as {Given:G6} where differences say {Difference:G6}: a relative error of {RelativeError:G3}");
}
