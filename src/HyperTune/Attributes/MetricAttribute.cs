namespace HyperTune;

/// <summary>The base of the attributes that say what is wanted of a metric.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class MetricAttribute : Attribute
{
    private protected MetricAttribute()
    {
    }

    /// <summary>The metric's stable name in studies and files. It survives a renaming of the property.</summary>
    /// <value>The default is the property's own name.</value>
    public string? Name { get; set; }
}
