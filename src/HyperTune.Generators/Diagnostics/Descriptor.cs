using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Diagnostics;

/// <summary>Makes the descriptors of this assembly, all alike.</summary>
internal static class Descriptor
{
    private const string HelpAddress = "https://github.com/hypertune/hypertune/blob/main/src/HyperTune.Generators/Documentation/";

    /// <summary>The address of the help page for an id.</summary>
    public static string HelpLink(string id) => HelpAddress + id + ".md";

    public static DiagnosticDescriptor Create(
        string id,
        string title,
        string messageFormat,
        string category,
        DiagnosticSeverity defaultSeverity,
        string description)
        => new(id, title, messageFormat, category, defaultSeverity, isEnabledByDefault: true, description, HelpLink(id));

    /// <summary>Makes the descriptor of an error after which there is no working code for the declaration, so that it cannot be switched off.</summary>
    public static DiagnosticDescriptor CreateFatal(string id, string title, string messageFormat, string category, string description)
        => new(
            id,
            title,
            messageFormat,
            category,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            description,
            HelpLink(id),
            WellKnownDiagnosticTags.NotConfigurable);
}
