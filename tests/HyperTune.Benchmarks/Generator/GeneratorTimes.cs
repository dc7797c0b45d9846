namespace HyperTune.Benchmarks;

/// <summary>Milliseconds for one edit of one project.</summary>
/// <param name="Edit">What was changed.</param>
/// <param name="Types">How many search spaces the project has.</param>
/// <param name="Generator">HyperTune's generator.</param>
/// <param name="DoNothing">A generator that finds the marked types only.</param>
/// <param name="AttributeBinding">A generator that binds the attributes of all properties and adds the same files, ready to be parsed.</param>
/// <param name="PlainBind">All diagnostics of the compiler itself, without any generator.</param>
internal sealed record GeneratorTimes(string Edit, int Types, Milliseconds Generator, Milliseconds DoNothing, Milliseconds AttributeBinding, Milliseconds PlainBind)
{
    /// <summary>How many times as long as finding the types the generator takes.</summary>
    public double Ratio => Generator.Minimum / DoNothing.Minimum;

    /// <summary>What the generator adds to finding the types, in microseconds a property.</summary>
    public double OwnMicroseconds => PerProperty(Generator.Minimum - DoNothing.Minimum);

    /// <summary>The same without what the compiler needs to bind the attributes and to parse the files: reading, checking and writing.</summary>
    public double OwnMicrosecondsWithoutBinding => PerProperty(Generator.Minimum - AttributeBinding.Minimum);

    private double PerProperty(double milliseconds) => 1000 * milliseconds / (Types * SourceProject.PropertiesPerType);
}
