using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Reflection.Emit;

namespace ReformGraph.Engine.Compilation;

/// <summary>
/// EF Core names a parameter after the field of the closure that it is captured from. Here each slot has a field of its own name,
/// whatever its type: <c>@s7_</c> is slot 7. The classes are emitted as they are needed, each with a block of fields.
/// </summary>
internal static class SlotClosures
{
    private const int BlockSize = 64;

    private static readonly ModuleBuilder Module = AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName("ReformGraph.Engine.Slots"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("Slots");

    private static readonly List<Type> Blocks = [];

    // One closure for each: EF Core gives a second one's parameter another name.
    private static readonly ConcurrentDictionary<(int Slot, Type Type), Expression> Closures = [];

    private static readonly Lock Gate = new();

    /// <summary>The name of a slot's parameter.</summary>
    public static string ParameterName(int slot) => $"@{FieldName(slot)}";

    /// <summary>An expression that EF Core takes for a parameter. Its value only has to be one that is not null.</summary>
    public static Expression Of(int slot, Type type) => Closures.GetOrAdd((slot, type), static key => Make(key.Slot, key.Type));

    // EF Core keeps further names free for a parameter: its name with a number behind. None of them may be another slot's.
    private static string FieldName(int slot) => $"s{slot}_";

    private static MemberExpression Make(int slot, Type type)
    {
        var closure = Block(slot / BlockSize).MakeGenericType(type);
        var field = closure.GetField(FieldName(slot))!;
        var instance = Activator.CreateInstance(closure)!;
        field.SetValue(instance, Sample(type));
        return Expression.Field(Expression.Constant(instance), field);
    }

    private static object Sample(Type type) =>
        type == typeof(string) ? string.Empty
        : type == typeof(Uri) ? new Uri("about:blank")
        : Activator.CreateInstance(type)!;

    private static Type Block(int number)
    {
        lock (Gate)
        {
            while (Blocks.Count <= number)
            {
                var block = Module.DefineType($"Slots{Blocks.Count}", TypeAttributes.Public | TypeAttributes.Sealed);
                var value = block.DefineGenericParameters("T")[0];
                for (var slot = Blocks.Count * BlockSize; slot < (Blocks.Count + 1) * BlockSize; slot++)
                {
                    block.DefineField(FieldName(slot), value, FieldAttributes.Public);
                }

                Blocks.Add(block.CreateType());
            }

            return Blocks[number];
        }
    }
}
