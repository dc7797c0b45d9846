namespace HyperTune;

/// <summary>
/// The member of a <see cref="MetricsAttribute"/> type is kept with each completed trial, beside its metrics: it is no objective and no limit, and neither
/// strategies nor pruners see it.
/// </summary>
/// <remarks>
/// It is a number of any type, a <see cref="bool"/>, an enum, a <see cref="string"/> or a <see cref="TimeSpan"/>, which counts in seconds; each may be nullable. It is there
/// again whenever the trial is looked at, is exported, and in a journal Optuna sees it as a user attribute of the trial. A study can be continued with
/// other records: of earlier trials, those that were not kept have their types' defaults.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RecordAttribute : Attribute
{
    /// <summary>The record's stable name in studies and files. It stays the same when the property is renamed.</summary>
    /// <value>The default is the property's own name. It may not be blank or contain a dot or a bracket.</value>
    public string? Name { get; set; }
}
