namespace HyperTune;

/// <summary>A value of a config that its parameter does not allow, or a constraint that the config breaks.</summary>
/// <param name="Name">The parameter's or the constraint's name.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record ValidationError(string Name, string Message)
{
    /// <summary>The name and the message.</summary>
    public override string ToString() => $"{Name}: {Message}";
}
