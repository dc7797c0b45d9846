using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads how the creation of a config sets its tuned members.</summary>
internal sealed class BindingParser(SpaceDeclaration declaration)
{
    private readonly bool _setsRequiredMembers = declaration.Constructor?.HasAttribute("SetsRequiredMembersAttribute") == true;

    /// <summary>Whether a config can be created from its tuned members alone.</summary>
    public bool IsConstructible
        => declaration is { Type.IsAbstract: false, Constructor: { } constructor }
            && constructor.Parameters.All(parameter => parameter.HasExplicitDefaultValue || parameter.IsParams || IsTuned(parameter) || InheritedOf(parameter) is not null)
            && (_setsRequiredMembers || !HasUntunedRequiredMember());

    /// <summary>The first argument of a struct's constructor at its default, where all have one; see <see cref="NodeModel.OptionalArgument"/>.</summary>
    public string? ParseOptionalArgument()
    {
        if (declaration is not { Type.IsValueType: true, Constructor.Parameters: { IsEmpty: false } parameters }
            || parameters.Any(static parameter => !parameter.HasExplicitDefaultValue && !parameter.IsParams))
        {
            return null;
        }

        IParameterSymbol first = parameters[0];
        return $"{Identifiers.Escape(first.Name)}: {(first.IsParams ? "[]" : Literals.Constant(first.ExplicitDefaultValue, first.Type))}";
    }

    /// <summary>How one of the type's own members is set.</summary>
    /// <param name="parameter">The member as declared.</param>
    /// <param name="model">The member as read.</param>
    public BindingModel ParseOwn(ParameterDeclaration parameter, MemberModel model) => new(
        parameter.Positional is { } positional ? Identifiers.Escape(positional.Name) : null,
        parameter.Positional is { } argument ? !argument.HasExplicitDefaultValue : parameter.Property!.IsRequired && !_setsRequiredMembers,
        model.Default.Kind);

    /// <summary>How a member that is inherited from an abstract type is set: through an argument of its name, else through its property.</summary>
    /// <param name="parameter">The member as declared.</param>
    /// <param name="model">The member as read.</param>
    public BindingModel ParseInherited(ParameterDeclaration parameter, MemberModel model)
    {
        if (declaration.Constructor?.Parameters.FirstOrDefault(argument => InheritedOf(argument) == parameter) is { } argument)
        {
            return argument.HasExplicitDefaultValue
                ? new BindingModel(Identifiers.Escape(argument.Name), IsMandatory: false, DefaultKind.Expression)
                : new BindingModel(Identifiers.Escape(argument.Name), IsMandatory: true, model.Default.Kind == DefaultKind.Constant ? DefaultKind.Constant : DefaultKind.Middle);
        }

        // What is positional in the base was given a value by the case's own constructor.
        return new BindingModel(
            Argument: null,
            parameter.Property!.IsRequired && !_setsRequiredMembers,
            parameter.Positional is not null ? DefaultKind.Expression : model.Default.Kind);
    }

    private ParameterDeclaration? InheritedOf(IParameterSymbol argument)
        => IsTuned(argument) ? null : declaration.Inherited.LastOrDefault(inherited => inherited.MemberName == argument.Name);

    private bool IsTuned(ISymbol symbol)
        => declaration.Parameters.Any(tuned => SymbolEqualityComparer.Default.Equals(tuned.Positional, symbol) || SymbolEqualityComparer.Default.Equals(tuned.Property, symbol));

    private bool HasUntunedRequiredMember()
        => declaration.Type.BaseTypes().Prepend(declaration.Type)
            .SelectMany(static type => type.GetMembers())
            .Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
                && !IsTuned(member)
                && !declaration.Inherited.Any(inherited => SymbolEqualityComparer.Default.Equals(inherited.Property, member)));
}
