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

    /// <summary>The first argument of a struct's constructor at its default, where all have one; see <see cref="NodeModel.OptionalArgument"/>.</summary>
    public OptionalArgumentModel? ParseOptionalArgument()
    {
        if (declaration is not { Type.IsValueType: true, Constructor.Parameters: { IsEmpty: false } parameters }
            || parameters.Any(static parameter => !parameter.HasExplicitDefaultValue && !parameter.IsParams))
        {
            return null;
        }

        IParameterSymbol first = parameters[0];
        return new OptionalArgumentModel(first.Name, first.Type.ToAnnotatedCode(), first.IsParams ? null : ConstantConversion.AsWritten(first.ExplicitDefaultValue));
    }

    /// <summary>How one of the type's own members is set.</summary>
    /// <param name="parameter">The member as declared.</param>
    /// <param name="initial">Where its default comes from.</param>
    public BindingModel ParseOwn(ParameterDeclaration parameter, DefaultKind initial) => new(
        parameter.Positional?.Name,
        parameter.Positional is { } argument ? !argument.HasExplicitDefaultValue : parameter.Property!.IsRequired && !_setsRequiredMembers,
        initial);

    /// <summary>How a member that is inherited from an abstract type is set: through an argument of its name, else through its property.</summary>
    public InheritedBindingModel ParseInherited(ParsedMember member) => new(member.Model.Name, ParseInherited(member.Declaration, member.Model.Default.Kind));

    private BindingModel ParseInherited(ParameterDeclaration parameter, DefaultKind initial)
    {
        if (declaration.Constructor?.Parameters.FirstOrDefault(argument => InheritedOf(argument) == parameter) is { } argument)
        {
            return argument.HasExplicitDefaultValue
                ? new BindingModel(argument.Name, IsMandatory: false, DefaultKind.Expression)
                : new BindingModel(argument.Name, IsMandatory: true, initial == DefaultKind.Constant ? DefaultKind.Constant : DefaultKind.Middle);
        }

        // What is positional in the base was given a value by the case's own constructor.
        return new BindingModel(
            Argument: null,
            parameter.Property!.IsRequired && !_setsRequiredMembers,
            parameter.Positional is not null ? DefaultKind.Expression : initial);
    }

    private ParameterDeclaration? InheritedOf(IParameterSymbol argument)
        => IsTuned(argument) ? null : declaration.Inherited.LastOrDefault(inherited => inherited.MemberName == argument.Name);

    private bool IsTuned(IParameterSymbol argument)
        => declaration.Parameters.Any(tuned => SymbolEqualityComparer.Default.Equals(tuned.Positional, argument));
}
