using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Model;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Why a stub is written.</summary>
internal static class FaultParser
{
    public static FaultModel? Parse(Finding? fault) => fault is null ? null : new FaultModel(fault.Descriptor.Id, fault.Message, fault.Descriptor.HelpLinkUri);

    /// <summary>For a declaration that no rule finds fault with, but that cannot be read, because the compiler reports what is wrong with it.</summary>
    public static FaultModel Unknown(INamedTypeSymbol type)
    {
        DiagnosticDescriptor descriptor = DeclarationDescriptors.UnsupportedDeclaration;
        return new FaultModel(descriptor.Id, $"'{type.Name}' does not compile", descriptor.HelpLinkUri);
    }
}
