using System.Globalization;
using HyperTune.Text;

namespace HyperTune;

/// <summary>How much one parameter mattered in a study.</summary>
public sealed class ParameterImportance
{
    internal ParameterImportance(Parameter parameter, double value, (double Low, double High) range, double rawValue)
    {
        Parameter = parameter;
        Value = value;
        (Low, High) = range;
        RawValue = rawValue;
    }

    /// <summary>The parameter.</summary>
    public Parameter Parameter { get; }

    /// <summary>Its share of the importance of all parameters, in [0, 1]. All shares together are 1, or all are 0 where no parameter made a difference.</summary>
    public double Value { get; }

    /// <summary>
    /// The lower end of the range, 5 to 95 %, in which other trials of the same kind would put the share, in [0, 1]. 0 means that what there is may be chance.
    /// </summary>
    /// <remarks>
    /// From random halves of the trials, whose shares vary about each other as those of whole new sets of trials would (Shao and Wu, "A general theory for
    /// jackknife variance estimation", 1989). The range is that of basic resampling, 2 v - q(95 %) to 2 v - q(5 %), which takes out by how much fewer trials
    /// make unimportant parameters look important; it always holds the share itself.
    /// </remarks>
    public double Low { get; }

    /// <summary>The upper end of the range, in [0, 1]; see <see cref="Low"/>.</summary>
    public double High { get; }

    /// <summary>
    /// The method's own number, at least 0, of which <see cref="Value"/> is the share. For <see cref="ImportanceMethod.PedAnova"/> the variance, over the
    /// parameter's values, of the probability to be among the best; for the others the Sobol index, in which 1 is all of the variance.
    /// </summary>
    public double RawValue { get; }

    /// <summary>The parameter's name, its share and the range of it, for instance <c>Units: 0.412 (0.301 to 0.523)</c>.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Printable.Of(Parameter.Name)}: {Value:F3} ({Low:F3} to {High:F3})");
}
