using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Memory;

/// <summary>Finds out what a file declares, from syntax and without a look into bodies.</summary>
internal sealed class FileDeclarationsReader
{
    private const string AttributeSuffix = "Attribute";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    private FileDeclarationsReader()
    {
    }

    public static FileDeclarations Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (tree.GetRoot(cancellationToken) is not CompilationUnitSyntax root)
        {
            return new FileDeclarations { Names = [], Namespaces = [], GlobalUsings = [], GlobalUsingNames = [] };
        }

        var reader = new FileDeclarationsReader();
        reader.AddAll(root.Members, space: "", isExtension: false);
        UsingDirectiveSyntax[] globalUsings = [.. root.Usings.Where(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))];
        return new FileDeclarations
        {
            Names = [.. reader._names],
            Namespaces = [.. reader._namespaces],
            GlobalUsings = [.. globalUsings.Select(static directive => directive.ToString())],
            GlobalUsingNames = [.. globalUsings.SelectMany(static directive => MentionedNames.In(directive)).Distinct()],
        };
    }

    private void AddAll(SyntaxList<MemberDeclarationSyntax> members, string space, bool isExtension)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax inner:
                    AddAll(inner.Members, AddNamespaces(inner.Name, space), isExtension: false);
                    break;
                case TypeDeclarationSyntax type:
                    AddType(type.Identifier.ValueText);
                    // A type without a name is a block of extension members.
                    AddAll(type.Members, space, isExtension: type.Identifier.ValueText.Length == 0);
                    break;
                case EnumDeclarationSyntax enumeration:
                    AddType(enumeration.Identifier.ValueText);
                    break;
                case DelegateDeclarationSyntax type:
                    AddType(type.Identifier.ValueText);
                    break;
                case MethodDeclarationSyntax method when isExtension || IsExtension(method):
                    _names.Add(method.Identifier.ValueText);
                    break;
                case PropertyDeclarationSyntax property when isExtension:
                    _names.Add(property.Identifier.ValueText);
                    break;
            }
        }
    }

    // A.B is a namespace in the namespace A.
    private string AddNamespaces(NameSyntax declared, string space)
    {
        foreach (string name in MentionedNames.In(declared))
        {
            space = space.Length == 0 ? name : $"{space}.{name}";
            _namespaces.Add(space);
        }

        return space;
    }

    private static bool IsExtension(MethodDeclarationSyntax method)
        => method.ParameterList.Parameters.Count > 0 && method.ParameterList.Parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword);

    private void AddType(string name)
    {
        _names.Add(name);
        if (name.Length > AttributeSuffix.Length && name.EndsWith(AttributeSuffix, StringComparison.Ordinal))
        {
            _names.Add(name.Substring(0, name.Length - AttributeSuffix.Length));
        }
    }
}
