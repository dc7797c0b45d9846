using System.Text.Json.Nodes;

namespace HyperTune.Studies.Restored;

/// <summary>A config whose type is not known: the values of a stored trial.</summary>
/// <param name="vector">The values as a vector of the space.</param>
/// <param name="tree">What the space's values make.</param>
internal sealed class RestoredConfig(double[] vector, ConfigTree tree)
{
    /// <summary>The values as a vector of the space; not a number where a parameter does not exist.</summary>
    public ReadOnlySpan<double> Vector => vector;

    /// <summary>The config as its type would write it as JSON, as far as names and values tell.</summary>
    public JsonObject ToJson() => tree.ToJson(vector);
}
