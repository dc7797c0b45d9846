namespace HyperTune;

/// <summary>The base of the attributes that say from which distribution a parameter is drawn.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class DistributionAttribute : Attribute
{
    private protected DistributionAttribute()
    {
    }

    /// <summary>The parameter's stable name in studies and files. It survives a renaming of the property.</summary>
    /// <value>The default is the property's own name. It may not be empty or contain a dot.</value>
    public string? Name { get; set; }
}
