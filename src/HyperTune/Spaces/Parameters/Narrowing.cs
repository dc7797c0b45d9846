namespace HyperTune;

/// <summary>
/// That a parameter has some of its values only: what <see cref="RangeParameter{T}.To"/>, <see cref="RangeParameter{T}.AtMost"/>,
/// <see cref="RangeParameter{T}.AtLeast"/>, <see cref="Parameter{T}.Fix"/> and <see cref="ChoiceParameter{T}.Only"/> say, and the <c>Narrow</c> of a space
/// takes. Immutable.
/// </summary>
public sealed class Narrowing
{
    internal Narrowing(Parameter parameter, Distribution distribution)
    {
        Parameter = parameter;
        Distribution = distribution;
    }

    /// <summary>The parameter.</summary>
    public Parameter Parameter { get; }

    /// <summary>The values that are left, and how likely each is.</summary>
    public Distribution Distribution { get; }

    /// <summary>The parameter and its values in words.</summary>
    public override string ToString() => $"{Parameter.Name}: {Distribution}";
}
