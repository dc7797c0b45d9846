namespace HyperTune;

/// <summary>The base of the attributes that say what is wanted of a metric.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class MetricAttribute : Attribute
{
    private protected MetricAttribute()
    {
    }

    /// <summary>The metric's stable name in studies and files. It stays the same when the property is renamed.</summary>
    /// <value>The default is the property's own name. It may not be blank or contain a dot or a bracket.</value>
    public string? Name { get; set; }
}
