using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Tests.Overloads;

/// <summary>The public overloads that take a lambda, each with calls that compile and calls with one typo, which is marked.</summary>
internal sealed record LambdaOverload(string Signature, string[] Calls, string[] Typos)
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    /// <summary>
    /// The signatures of all public methods, constructors and operators of the runtime that take a delegate, or several; not of types that only
    /// generated code uses.
    /// </summary>
    public static IEnumerable<string> PublicSignatures => typeof(SearchSpaceAttribute).Assembly.GetExportedTypes()
        .Where(static type => !type.IsSubclassOf(typeof(Delegate))
            && type.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never)
        .SelectMany(static type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .OfType<MethodBase>()
        .Where(static method => method.GetParameters().Any(static parameter => IsDelegate(parameter.ParameterType)))
        .Select(static method => $"{Name(method.DeclaringType!)}.{(method.IsConstructor ? WithoutArity(method.DeclaringType!.Name) : NameOf(method))}"
            + $"({string.Join(", ", method.GetParameters().Select(static parameter => Name(parameter.ParameterType)))})");

    public static string SignatureOf(ISymbol member) => member.OriginalDefinition is IPropertySymbol property
        ? $"{property.ContainingType.ToDisplayString(Format)}.set_{property.Name}({property.Type.ToDisplayString(Format)})"
        : member.OriginalDefinition.ToDisplayString(Format);

    private static bool IsDelegate(Type type) => type switch
    {
        { HasElementType: true } => IsDelegate(type.GetElementType()!),
        { IsGenericType: true } when type.IsAssignableTo(typeof(IEnumerable)) || type.Name.Contains("Span", StringComparison.Ordinal)
            => type.GetGenericArguments().Any(IsDelegate),
        _ => type.IsSubclassOf(typeof(Delegate)) || type == typeof(Delegate),
    };

    private static string NameOf(MethodBase method)
        => method.IsGenericMethod ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : method.Name;

    private static string Name(Type type) => type switch
    {
        { IsByRef: true } => Name(type.GetElementType()!),
        { IsArray: true } => Name(type.GetElementType()!) + "[]",
        { IsGenericType: true } => $"{WithoutArity(type.Name)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        _ when type == typeof(double) => "double",
        _ when type == typeof(int) => "int",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(string) => "string",
        _ when type == typeof(object) => "object",
        _ => type.Name,
    };

    private static string WithoutArity(string name) => name.Split('`')[0];
}
