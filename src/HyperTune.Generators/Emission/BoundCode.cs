namespace HyperTune.Generators.Emission;

/// <summary>An end of a parameter's range that depends on another parameter, as code.</summary>
/// <param name="Other">The other parameter.</param>
/// <param name="IsUpper">Whether the value is not above that of the other; otherwise it is not below.</param>
internal sealed record BoundCode(ParameterCode Other, bool IsUpper)
{
    private string Method => IsUpper ? "NotAbove" : "NotBelow";

    /// <summary>The runtime's bound.</summary>
    public string Create => $"{Runtime.Bound}.{Method}(this.{Other.Property})";

    /// <summary>The other's value in a config as a vector value, not a number where it does not exist.</summary>
    public string Limit => Other.Condition is { } condition ? $"{condition.Local} ? {Other.ToVectorOperand(Other.Value)} : double.NaN" : Other.ToVectorOperand(Other.Value);

    /// <summary>A vector value drawn anew.</summary>
    /// <param name="distribution">The field of the whole distribution.</param>
    public string Draw(string distribution) => $"{Runtime.BoundedDraw}.{Method}({distribution}, random.NextUnit(), {Other.Entry})";
}
