using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Declarations;

/// <summary>Where an attribute and its arguments stand in the source.</summary>
internal static class AttributePlaces
{
    /// <summary>The whole attribute.</summary>
    public static Location Whole(AttributeData attribute, CancellationToken cancellationToken)
        => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() ?? Location.None;

    /// <summary>An argument: one of the constructor by its place or its name, another by its property. Falls back to the whole attribute.</summary>
    public static Location Argument(AttributeData attribute, int position, string? name, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return Location.None;
        }

        AttributeArgumentSyntax? found = Find(syntax.ArgumentList?.Arguments ?? default, position, name);
        return (found?.Expression ?? (SyntaxNode)syntax).GetLocation();
    }

    /// <summary>A value of a list at the end of the constructor's arguments, also within an array that is written out.</summary>
    public static Location Value(AttributeData attribute, int firstPosition, int index, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return Location.None;
        }

        AttributeArgumentSyntax[] arguments =
            [.. (syntax.ArgumentList?.Arguments ?? default).Where(static argument => argument.NameEquals is null).Skip(firstPosition)];
        if ((syntax.ArgumentList?.Arguments ?? default).FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "values") is { } named)
        {
            arguments = [named];
        }

        SyntaxNode[] values = arguments.Length == 1 && Elements(arguments[0].Expression) is { } elements
            ? elements
            : [.. arguments.Select(static argument => argument.Expression)];
        return (index < values.Length ? values[index] : syntax).GetLocation();
    }

    /// <summary>The elements of a collection that is written out; null for any other expression.</summary>
    public static SyntaxNode[]? Elements(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
        CollectionExpressionSyntax collection => [.. collection.Elements],
        _ => null,
    };

    private static AttributeArgumentSyntax? Find(SeparatedSyntaxList<AttributeArgumentSyntax> arguments, int position, string? name)
    {
        int place = 0;
        foreach (AttributeArgumentSyntax argument in arguments)
        {
            string? written = (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText;
            if (written is null ? place == position : written == name)
            {
                return argument;
            }

            place++;
        }

        return null;
    }
}
