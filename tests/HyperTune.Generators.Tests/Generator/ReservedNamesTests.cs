using System.Reflection;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Tests;

public sealed class ReservedNamesTests
{
    [Fact]
    public void Every_member_that_a_descriptor_inherits_is_reserved()
    {
        IEnumerable<string> inherited = typeof(SearchSpace<>)
            .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy)
            .Where(static member => member is not ConstructorInfo && !IsHidden(member))
            .Where(static member => member is not MethodInfo { IsSpecialName: true })
            .Select(static member => member.Name);
        Assert.All(inherited, static name => Assert.True(ReservedNames.Contains(name), $"{name} is not reserved."));
    }

    private static bool IsHidden(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPrivate || method.IsAssembly || method.IsFamilyAndAssembly,
        FieldInfo field => field.IsPrivate || field.IsAssembly || field.IsFamilyAndAssembly,
        PropertyInfo property => IsHidden(property.GetMethod!),
        _ => false,
    };
}
