using System;
using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.CodeFixes;

/// <summary>Writes the initializers that a diagnostic names, of properties and positional parameters of one type.</summary>
internal static class Initializers
{
    /// <summary>The changes.</summary>
    /// <param name="type">The part of the type in which the members are.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    public static IEnumerable<TextChange> Changes(TypeDeclarationSyntax type, Diagnostic diagnostic)
    {
        foreach (KeyValuePair<string, string?> property in diagnostic.Properties)
        {
            if (!property.Key.StartsWith(DiagnosticProperties.Initializer, StringComparison.Ordinal) || property.Value is not { } expression)
            {
                continue;
            }

            string name = property.Key.Substring(DiagnosticProperties.Initializer.Length);
            if (type.ParameterList?.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name) is { } parameter)
            {
                yield return Change(parameter.Default, parameter.Span.End, expression, "");
            }
            else if (type.Members.OfType<PropertyDeclarationSyntax>().FirstOrDefault(member => member.Identifier.ValueText == name) is { AccessorList: { } accessors } member)
            {
                yield return Change(member.Initializer, accessors.Span.End, expression, ";");
            }
        }
    }

    private static TextChange Change(EqualsValueClauseSyntax? written, int end, string expression, string closing)
        => written is null ? new TextChange(new TextSpan(end, 0), $" = {expression}{closing}") : new TextChange(written.Value.Span, expression);
}
