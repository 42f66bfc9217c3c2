import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

/** Names columns and tables in snake_case for properties in camelCase. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName: string | undefined): string {
    return customName ?? toSnake(className);
  }

  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? toSnake(propertyName);
  }

  /** A readable name instead of TypeORM's digest. */
  override foreignKeyName(table: Table | string, columnNames: string[]): string {
    const name = typeof table === 'string' ? table : table.name;
    return `fk_${name}_${columnNames.join('_')}`;
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return toSnake(`${relationName}_${referencedColumnName}`);
  }
}

function toSnake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
